/**
 * A change of the entry window while it is typed: what is wrong with it, whom it concerns, and what it would move. What it
 * has moved is read off the server's dates before and after, never guessed.
 */
import { isLocalDate } from '../../functions/rules/dates.ts'
import { standsInTheWay, type WindowChange, type WindowFlaw, windowFlaws } from '../../functions/rules/window-change.ts'
import { applyWindow, type WindowDates } from '../../functions/rules/windows.ts'
import type { WindowRequest } from '../../functions/schema/requests.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import type { AgencyDates } from '../api/rounds.ts'
import { windowFlaws as flaws } from '../wording/windows.ts'

export type WindowDraft = {
  readonly kind: WindowRequest['kind']
  readonly scope: 'all' | 'some'
  readonly agencyIds: readonly string[]
  readonly closesOn: string
  readonly targetOn: string
  readonly reason: string
  readonly basis: string
  /** What becomes of agencies that were closed alone, where an extension is for all; '' = not said yet. */
  readonly closedAlone: '' | 'reopen' | 'leave'
}
export const blankDraft: WindowDraft = {
  kind: 'extend',
  scope: 'all',
  agencyIds: [],
  closesOn: '',
  targetOn: '',
  reason: '',
  basis: '',
  closedAlone: '',
}
/** What a link has filled in; nothing is decided by it. */
export function draftFrom({ jenis, akhir = '', alasan = '' }: Readonly<Record<string, string>>): WindowDraft {
  const kind = (['extend', 'reopen', 'correct'] as const).find((each) => each === jenis)
  if (kind === undefined || !isLocalDate(akhir)) return blankDraft
  return { ...blankDraft, kind, closesOn: akhir, reason: alasan.slice(0, 1_000) }
}

/** When and where the change is looked at. */
export type Present = { readonly now: Date; readonly zoneId: string }
/** Errors by the input they belong to. */
export type WindowFlaws = Partial<
  Record<'kind' | 'agencyIds' | 'closesOn' | 'targetOn' | 'reason' | 'closedAlone', Wording>
>

/** The dates of those whom the change concerns. */
export function concernedBy(draft: WindowDraft, dates: readonly AgencyDates[]): readonly AgencyDates[] {
  if (draft.scope === 'some') return dates.filter(({ agencyId }) => draft.agencyIds.includes(agencyId))
  const alone = closedAlone(draft, dates)
  return draft.closedAlone === 'leave' ? dates.filter((each) => !alone.includes(each)) : dates
}

/** Those of whom an extension for all must say what becomes of them. */
export function closedAlone({ kind, scope }: WindowDraft, dates: readonly AgencyDates[]): readonly AgencyDates[] {
  const alone = dates.filter((each) => each.closedAlone)
  return kind === 'extend' && scope === 'all' && alone.length < dates.length ? alone : []
}

const said: Record<WindowFlaw['reason'], Wording> = {
  'in-the-past': flaws.past,
  'not-later': flaws.notLater,
  'too-long': flaws.tooLong,
  'not-earlier': flaws.notEarlier,
  'too-soon': flaws.tooSoon,
  'target-after-final': flaws.targetAfterFinal,
  'target-earlier': flaws.targetEarlier,
  'already-closed': flaws.closedAlready,
  'nothing-closed': flaws.nothingClosed,
}

/** What must be put right before it can be asked for, by the rules with which the server judges again. */
export function flawsOf(draft: WindowDraft, dates: readonly AgencyDates[], { now, zoneId }: Present): WindowFlaws {
  const concerned = concernedBy(draft, dates).map(inForce)
  const found: WindowFlaws = {}
  if (concerned.length === 0) found.agencyIds = flaws.noAgency
  if (draft.reason.trim() === '') found.reason = flaws.noReason
  if (closedAlone(draft, dates).length > 0 && draft.closedAlone === '') found.closedAlone = flaws.closedAlone
  if (draft.kind !== 'close' && draft.closesOn === '') found.closesOn = flaws.noDate
  const change = changeIn(draft)
  if (change === undefined || concerned.length === 0) return found
  for (const { at, reason } of windowFlaws(now, change, { dates: concerned, zone: zoneId })) found[at] ??= said[reason]
  if (draft.kind === 'extend' && concerned.every(({ closesAt }) => closesAt <= now)) found.kind ??= flaws.allClosed
  return found
}

/** Those of the concerned whose dates the change cannot move: the server would refuse it for all because of them. */
export function immovable(
  draft: WindowDraft,
  concerned: readonly AgencyDates[],
  { now, zoneId }: Present,
): readonly AgencyDates[] {
  const change = changeIn(draft)
  if (change === undefined) return []
  return concerned.filter((each) => standsInTheWay(now, change, inForce(each), zoneId))
}

/** The change as far as dates go; `undefined` while its final date is still to be chosen. */
function changeIn({ kind, closesOn, targetOn }: WindowDraft): WindowChange | undefined {
  if (kind === 'close') return { kind }
  if (!isLocalDate(closesOn)) return undefined
  return { kind, closesOn, ...(isLocalDate(targetOn) ? { targetOn } : {}) }
}

function inForce({ targetOn, targetAt, closesOn, closesAt, decidedTargetOn }: AgencyDates): WindowDates {
  const decided = decidedTargetOn === undefined ? {} : { decidedTargetOn }
  return { targetOn, targetAt: new Date(targetAt), closesOn, closesAt: new Date(closesAt), ...decided }
}

export function requestOf(draft: WindowDraft): WindowRequest {
  const { kind, scope, agencyIds, closesOn, targetOn } = draft
  const basis = draft.basis.trim()
  return {
    kind,
    reason: draft.reason.trim(),
    ...(kind === 'close' ? {} : { closesOn, ...(targetOn === '' ? {} : { targetOn }) }),
    ...(scope === 'all' ? {} : { agencyIds: [...agencyIds] }),
    ...(basis === '' ? {} : { basis }),
    ...(kind === 'extend' && scope === 'all' && draft.closedAlone !== '' ? { closedAlone: draft.closedAlone } : {}),
  }
}

/** Agencies whose dates are the same before and the same after. */
export type Move = { readonly agencyIds: readonly string[]; readonly from: AgencyDates; readonly to: AgencyDates }

/** What the change would move, by the rules that the server applies. Nothing while a date is still to be chosen. */
export function expectedMoves(draft: WindowDraft, dates: readonly AgencyDates[], { now, zoneId }: Present): Move[] {
  const change = changeIn(draft)
  if (change === undefined) return []
  const concerned = concernedBy(draft, dates)
  const move = { ...change, at: now.toISOString() }
  return movesBetween(
    concerned,
    concerned.map((each) => {
      const { decidedTargetOn: _, ...kept } = each
      const { targetAt, closesAt, ...days } = applyWindow(inForce(each), move, zoneId)
      return { ...kept, ...days, targetAt: targetAt.toISOString(), closesAt: closesAt.toISOString() }
    }),
  )
}

/** What moved between two readings, agencies with the same move together. */
export function movesBetween(before: readonly AgencyDates[], after: readonly AgencyDates[]): Move[] {
  const moves = new Map<string, { agencyIds: string[]; from: AgencyDates; to: AgencyDates }>()
  for (const from of before) {
    const to = after.find(({ agencyId }) => agencyId === from.agencyId)
    if (to === undefined || (to.targetAt === from.targetAt && to.closesAt === from.closesAt)) continue
    const key = [from.targetAt, from.closesAt, to.targetAt, to.closesAt].join('|')
    const move = moves.get(key) ?? { agencyIds: [], from, to }
    move.agencyIds.push(from.agencyId)
    moves.set(key, move)
  }
  return [...moves.values()]
}

/** Agencies that now share the same dates. */
export function sameDates(dates: readonly AgencyDates[]): { dates: AgencyDates; agencyIds: string[] }[] {
  const groups = new Map<string, { dates: AgencyDates; agencyIds: string[] }>()
  for (const each of dates) {
    const key = `${each.targetAt}|${each.closesAt}`
    const group = groups.get(key) ?? { dates: each, agencyIds: [] }
    group.agencyIds.push(each.agencyId)
    groups.set(key, group)
  }
  return [...groups.values()]
}
