/**
 * A change of the entry window while it is typed: what is wrong with it, whom it concerns, and what it would move. What it
 * has moved is read off the server's dates before and after, never guessed.
 */
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import type { WindowRequest } from '../../functions/schema/requests.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import type { AgencyDates } from '../api/rounds.ts'
import { endOfDay } from '../controls/wall-clock.ts'
import { windowFlaws as flaws } from '../wording/windows.ts'

export type WindowDraft = {
  readonly kind: WindowRequest['kind']
  readonly scope: 'all' | 'some'
  readonly agencyIds: readonly string[]
  readonly closesOn: string
  readonly targetOn: string
  readonly reason: string
  readonly basis: string
}
export const blankDraft: WindowDraft = {
  kind: 'extend',
  scope: 'all',
  agencyIds: [],
  closesOn: '',
  targetOn: '',
  reason: '',
  basis: '',
}
/** When and where the change is looked at. */
export type Present = { readonly now: Date; readonly zoneId: string }
/** Errors by the input they belong to. */
export type WindowFlaws = Partial<Record<'kind' | 'agencyIds' | 'closesOn' | 'targetOn' | 'reason', Wording>>

/** The dates of those whom the change concerns. */
export function concernedBy({ scope, agencyIds }: WindowDraft, dates: readonly AgencyDates[]): readonly AgencyDates[] {
  return scope === 'all' ? dates : dates.filter(({ agencyId }) => agencyIds.includes(agencyId))
}

/** What must be put right before it can be asked for; the server judges again. */
export function flawsOf(
  draft: WindowDraft,
  dates: readonly AgencyDates[],
  { today, now }: { today: LocalDate; now: Date },
): WindowFlaws {
  const { kind, closesOn, targetOn } = draft
  const concerned = concernedBy(draft, dates)
  const found: WindowFlaws = {}
  if (concerned.length === 0) found.agencyIds = flaws.noAgency
  if (draft.reason.trim() === '') found.reason = flaws.noReason
  const unfit = concerned.length === 0 ? undefined : unfitKind(kind, concerned, now)
  if (unfit !== undefined) found.kind = unfit
  if (kind === 'close') return found
  if (closesOn === '') found.closesOn = flaws.noDate
  else if (closesOn < today) found.closesOn = flaws.past
  else if (kind === 'correct') {
    if (concerned.some((each) => closesOn > each.closesOn)) found.closesOn = flaws.notEarlier
  }
  // The same day is for the server to judge: a window that was closed at noon may be re-opened until midnight.
  else if (concerned.some((each) => closesOn < each.closesOn)) found.closesOn = flaws.notLater
  if (targetOn !== '' && closesOn !== '' && targetOn > closesOn) found.targetOn = flaws.targetAfterFinal
  else if (targetOn !== '' && targetOn < today) found.targetOn = flaws.past
  else if (targetOn !== '' && kind !== 'correct' && concerned.some((each) => targetOn < each.targetOn))
    found.targetOn = flaws.targetEarlier
  return found
}

/** What is still open cannot be re-opened, and what is closed can be nothing else. */
function unfitKind(kind: WindowDraft['kind'], concerned: readonly AgencyDates[], now: Date): Wording | undefined {
  const closed = concerned.filter(({ closesAt }) => Date.parse(closesAt) <= now.getTime()).length
  if (kind === 'reopen') return closed === 0 ? flaws.nothingClosed : undefined
  if (closed < concerned.length) return undefined
  return kind === 'extend' ? flaws.allClosed : flaws.closedAlready
}

/** Those of the concerned whose dates the change cannot move: the server would refuse it for all because of them. */
export function immovable(
  { kind, closesOn, targetOn }: WindowDraft,
  concerned: readonly AgencyDates[],
  { now, zoneId }: Present,
): readonly AgencyDates[] {
  if (kind === 'close' || !isDate(closesOn)) return []
  const until = Date.parse(endOfDay(closesOn, zoneId))
  return concerned.filter((each) => {
    const current = Date.parse(each.closesAt)
    if (kind === 'correct') return current <= now.getTime() || until > current
    // The final date may stay where the target moves later.
    return until < current || (until === current && !(targetOn > each.targetOn))
  })
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
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
  }
}

/** Agencies whose dates are the same before and the same after. */
export type Move = { readonly agencyIds: readonly string[]; readonly from: AgencyDates; readonly to: AgencyDates }

/** The earlier of two dates or instants as they are written. */
function earlier(a: string, b: string): string {
  return a.localeCompare(b) < 0 ? a : b
}

/**
 * What the change would move, by the rules that the server applies: an untouched target stays, and never comes after the final
 * date. Nothing while a date is still to be chosen.
 */
export function expectedMoves(draft: WindowDraft, dates: readonly AgencyDates[], { now, zoneId }: Present): Move[] {
  const concerned = concernedBy(draft, dates)
  const { kind, closesOn } = draft
  if (kind === 'close')
    return movesBetween(
      concerned,
      concerned.map((each) => closedAt(each, now.toISOString())),
    )
  if (!isDate(closesOn)) return []
  const closesAt = endOfDay(closesOn, zoneId)
  return movesBetween(
    concerned,
    concerned.map((each) => {
      const targetOn = earlier(draft.targetOn === '' ? each.targetOn : draft.targetOn, closesOn)
      return { ...each, targetOn, targetAt: endOfDay(targetOn, zoneId), closesOn, closesAt }
    }),
  )
}

function closedAt(dates: AgencyDates, at: Instant): AgencyDates {
  return { ...dates, closesAt: earlier(at, dates.closesAt), targetAt: earlier(at, dates.targetAt) }
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
