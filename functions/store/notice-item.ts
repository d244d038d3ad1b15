/** A notice as an item: how it is read, how its instants are spelled, and where it stands in the index of what waits. */
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import { type Notice, type NoticePlan, noticeKindSchema, noticePlanSchema, noticeSchema } from '../schema/notice.ts'
import { readFact } from './facts.ts'
import { dueKeys, noticeKeys } from './keys.ts'
import type { Item } from './table.ts'

export function readNotice(item: Item): Notice {
  return readFact(noticeSchema, item)
}

/**
 * What a newer release has planned waits for a newer release: after a roll-back it is neither sent nor ended, and keeps nobody from reading
 * the others.
 */
export function readKnownNotice(item: Item): Notice | undefined {
  return noticeKindSchema.safeParse(item.kind).success ? readNotice(item) : undefined
}

/** Instants are compared as texts, so they must all be written alike: UTC with milliseconds. */
export function iso(at: Date): string {
  return at.toISOString()
}

/** The place in the index from which a sweep sees the notice at `at`. */
export function dueAgain(key: NoticeKey, at: Date): Record<string, string> {
  return { [dueKeys.partitionName]: dueKeys.partition(key.nid), [dueKeys.sortName]: dueKeys.sort(at, key.nid) }
}

/**
 * C0. What was planned as `expired` is only recorded and waits for nobody; neither does what fell due while the table was alive from
 * which this one was restored: it may have been sent, so a person decides.
 */
export function newNoticeItem(plan: NoticePlan, plannedAt: Date, epoch: string): Item {
  const content = noticePlanSchema.parse(plan)
  const dueAt = new Date(content.dueAt)
  if (content.state === 'planned' && dueAt < sentUntil(epoch)) {
    return {
      ...newNoticeItem({ ...content, state: 'expired' }, plannedAt, epoch),
      state: 'unknown',
      reason: 'restored',
    }
  }
  return {
    ...content,
    ...noticeKeys.of(content),
    type: 'notice',
    dueAt: iso(dueAt),
    expiresAt: iso(new Date(content.expiresAt)),
    plannedAt: iso(plannedAt),
    attempts: 0,
    unknowns: 0,
    epoch,
    ...(content.state === 'planned' && dueAgain(content, dueAt)),
  }
}

/** An epoch may say until when another table's senders lived: `2@2026-02-13T05:00:00Z`. */
function sentUntil(epoch: string): Date {
  const [, instant = ''] = epoch.split('@')
  return new Date(Date.parse(instant) || 0)
}
