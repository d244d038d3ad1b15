/**
 * Folds a round and its window facts (extended, re-opened, closed) into the dates that are in force for one agency. The
 * latest fact by number that concerns the agency wins; a closing ends at its own instant. Who may write, and whether a
 * submission was in time, is computed here from instants and history, and never stored.
 */
import { applyWindow, datesUntil, type WindowDates } from '../../rules/windows.ts'
import { instantOf } from '../../rules/zone.ts'
import type { AssignmentKey, Round, Window } from '../../schema/round.ts'
import { once } from '../grouping.ts'
import type { RoundFacts, RoundFrame } from './rounds.ts'

export type RoundDates = WindowDates & { opensAt: Date }

/**
 * A stretch of time in which the same dates were in force: `from` inclusive, `until` exclusive (absent: still in force).
 * `number` 0 and kind `round` are the round itself; others are the window fact that set them.
 */
export type WindowSegment = {
  from: Date
  until?: Date
  kind: 'round' | Window['kind']
  number: number
  dates: RoundDates
}

/** The window facts that concern an agency, ascending by number; one list for all agencies that the same ones concern. */
export function windowsOf(facts: RoundFrame, agencyId: string): readonly Window[] {
  if (facts.windows.length === 0) return facts.windows
  const { all, some } = windowsByAgency(facts.windows)
  return some.get(agencyId) ?? all
}

/** Decisions about all, and for each agency that a decision names all that concern it. */
const windowsByAgency = once((windows: readonly Window[]) => {
  const sorted = windows.toSorted((a, b) => a.number - b.number)
  // Stryker disable next-line ArrayDeclaration: nobody asks for an agency that is not there
  const named = new Set(sorted.flatMap(({ agencyIds = [] }) => agencyIds))
  const some = new Map<string, Window[]>([...named].map((id) => [id, []]))
  for (const window of sorted) for (const id of window.agencyIds ?? named) some.get(id)?.push(window)
  const alike = Map.groupBy(some, ([, own]) => own.map(({ number }) => number).join())
  for (const each of alike.values()) for (const [id] of each) some.set(id, each[0]?.[1] ?? [])
  return { all: sorted.filter(({ agencyIds }) => agencyIds === undefined), some }
})

/** The dates in force for an agency; with `asOf` as they stood at that instant (facts of that very instant included). */
export function datesFor(facts: RoundFrame, zone: string, agencyId: string, asOf?: Date): RoundDates {
  if (asOf !== undefined) return foldDates(facts, zone, agencyId, ({ at }) => new Date(at) <= asOf)
  const windows = windowsOf(facts, agencyId)
  const known = datesInForce.get(windows)
  if (known?.round === facts.round && known.zone === zone) return known.dates
  const dates = foldDates(facts, zone, agencyId, () => true)
  datesInForce.set(windows, { round: facts.round, zone, dates })
  return dates
}

/** By the decisions, which agencies share. */
const datesInForce = new WeakMap<readonly Window[], { round: Round; zone: string; dates: RoundDates }>()

/** One agency of each kind: those that the same decisions concern have the same dates. `agencies`: how many they are. */
export function unlikeAgencies(facts: RoundFrame): { agencyId: string; agencies: number }[] {
  const alike = Map.groupBy(agenciesIn(facts), (agencyId) => windowsOf(facts, agencyId))
  return [...alike.values()].flatMap(([agencyId, ...others]) =>
    agencyId === undefined ? [] : [{ agencyId, agencies: others.length + 1 }],
  )
}

/** The agency's history of dates, oldest first, beginning with the opening. A segment overtaken before it began is empty. */
export function windowSegments(facts: RoundFrame, zone: string, agencyId: string): readonly WindowSegment[] {
  const first = firstDates(facts, zone)
  const segments: WindowSegment[] = [{ from: first.opensAt, kind: 'round', number: 0, dates: first }]
  for (const window of windowsOf(facts, agencyId)) {
    const last = segments.at(-1)
    // Stryker disable next-line ConditionalExpression: there is always a first segment
    if (last === undefined) continue
    const from = new Date(window.at)
    last.until = from
    segments.push({ from, kind: window.kind, number: window.number, dates: applyWindow(last.dates, window, zone) })
  }
  return segments
}

/** The dates that a decision found in force for an agency. */
export function datesBefore(facts: RoundFrame, zone: string, agencyId: string, { number }: Window): RoundDates {
  return foldDates(facts, zone, agencyId, (earlier) => earlier.number < number)
}

/** The dates after those decisions about the agency that count. */
function foldDates(facts: RoundFrame, zone: string, agencyId: string, counts: (window: Window) => boolean): RoundDates {
  return windowsOf(facts, agencyId)
    .filter(counts)
    .reduce((dates, window) => applyWindow(dates, window, zone), firstDates(facts, zone))
}

/** Was the last decision about the agency to close it, and it alone or with some? */
export function isClosedAlone(facts: RoundFrame, agencyId: string): boolean {
  const last = windowsOf(facts, agencyId).at(-1)
  return last?.kind === 'close' && last.agencyIds !== undefined
}

/** A decision that leaves the agency's final date as it was has moved the target alone. */
export function movesTargetOnly(facts: RoundFrame, zone: string, agencyId: string, window: Window): boolean {
  const before = datesBefore(facts, zone, agencyId, window)
  const after = applyWindow(before, window, zone)
  return after.closesAt.getTime() === before.closesAt.getTime() && after.targetOn !== before.targetOn
}

/** A draft: forms, agencies, dates and plan may change, nobody is mailed and nothing is accepted. */
export function isDraft({ round }: Pick<RoundFacts, 'round'>): boolean {
  return round.openedAt === null
}

/** The agencies that take part, each once, in the round's order. */
export function agenciesIn({ round }: Pick<RoundFacts, 'round'>): readonly string[] {
  return [...agencyPlaces(round.assignments).keys()]
}

/** Each agency with its place among the round's agencies. */
export function placesIn({ round }: Pick<RoundFacts, 'round'>): ReadonlyMap<string, number> {
  return agencyPlaces(round.assignments)
}

const agencyPlaces = once((assignments: readonly AssignmentKey[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  for (const { agencyId } of assignments) if (!places.has(agencyId)) places.set(agencyId, places.size)
  return places
})

/** The latest final instant over the round's agencies: after it no agency can write through a window. */
export function lastClosingOf(facts: RoundFrame, zone: string): RoundDates {
  const all = unlikeAgencies(facts).map(({ agencyId }) => datesFor(facts, zone, agencyId))
  return all.length === 0 ? firstDates(facts, zone) : all.reduce((a, b) => (b.closesAt > a.closesAt ? b : a))
}

/** The dates as the round itself sets them. */
export function firstDates({ round }: Pick<RoundFacts, 'round'>, zone: string): RoundDates {
  const known = datesOfRounds.get(round)
  if (known?.zone === zone) return known.dates
  const dates = datesOfRound(round, zone)
  datesOfRounds.set(round, { zone, dates })
  return dates
}

/** Asked for each form and each decision; nobody changes a round or these dates in place. */
const datesOfRounds = new WeakMap<Round, { zone: string; dates: RoundDates }>()

function datesOfRound(round: Round, zone: string): RoundDates {
  const planned = instantOf(round.opensOn, round.opensAtTime, zone)
  // A round that is opened after the hour that was planned opens then.
  const openedAt = new Date(round.openedAt ?? 0)
  return {
    opensAt: openedAt > planned ? openedAt : planned,
    ...datesUntil(round.targetOn, round.closesOn, zone),
  }
}
