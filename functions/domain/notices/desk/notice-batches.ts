/**
 * The ledger in batches: what went out together is one line. Together went what one step of the plan or one reminder by hand made fall
 * due at one time, and of mails that each have a cause of their own (receipts, decisions) those of one kind and day.
 */
import { localDateOf } from '../../../rules/wall-clock.ts'
import type { Notice, NoticeKind } from '../../../schema/notice.ts'
import type { NoticeOutcome } from '../../../schema/notice-outcome.ts'
import { outcomeOf } from '../ledger/outcome.ts'
import { isByHand } from '../plan/nudges.ts'

export type NoticeBatch = {
  id: string
  kind: NoticeKind
  byHand: boolean
  /** When the first and the last of it fell due. */
  firstAt: string
  lastAt: string
  count: number
  outcomes: Partial<Record<NoticeOutcome, number>>
  /** Where it is all there is. */
  only: Notice | undefined
}

/** Kinds of which all that falls due at one time is one act. */
const atOneTime: readonly NoticeKind[] = [
  'opening',
  'reminder',
  'closed',
  'digest',
  'provisional-report',
  'closing-report',
]

export function batchIdOf({ dueAt, kind, slot }: Pick<Notice, 'dueAt' | 'kind' | 'slot'>, zone: string): string {
  if (isByHand(slot)) return `${kind}~${slot}`
  return `${kind}~${atOneTime.includes(kind) ? dueAt : localDateOf(new Date(dueAt), zone)}`
}

/** In the order of the newest of each; `notices` are newest first. */
export function batchesOf(notices: readonly Notice[], zone: string): NoticeBatch[] {
  const batches = new Map<string, Notice[]>()
  for (const notice of notices) {
    const id = batchIdOf(notice, zone)
    const known = batches.get(id)
    if (known === undefined) batches.set(id, [notice])
    else known.push(notice)
  }
  return [...batches].flatMap(([id, all]) => {
    const [newest, oldest] = [all[0], all.at(-1)]
    if (newest === undefined || oldest === undefined) return []
    return {
      id,
      kind: newest.kind,
      byHand: isByHand(newest.slot),
      firstAt: oldest.dueAt,
      lastAt: newest.dueAt,
      count: all.length,
      outcomes: countsOf(all),
      only: all.length === 1 ? newest : undefined,
    }
  })
}

export function countsOf(notices: readonly Notice[]): Partial<Record<NoticeOutcome, number>> {
  const counts: Partial<Record<NoticeOutcome, number>> = {}
  for (const notice of notices) counts[outcomeOf(notice)] = (counts[outcomeOf(notice)] ?? 0) + 1
  return counts
}
