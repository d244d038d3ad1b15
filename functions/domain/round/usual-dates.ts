/**
 * The dates of a round that need no mention: those that most of its agencies have. An extension for a few leaves them, one for
 * nearly all moves them. Where as many have others, those that were set for everybody are the usual ones.
 */
import type { RoundFacts } from './rounds.ts'
import { applyWindow, datesFor, firstDates, lastClosingOf, type RoundDates } from './windows.ts'

/** In force now, or with `asOf` as they stood at that instant. */
export function usualDates(facts: RoundFacts, zone: string, asOf?: Date): RoundDates {
  const agencies = [...new Set(facts.round.assignments.map(({ agencyId }) => agencyId))]
  const all = agencies.map((agencyId) => datesFor(facts, zone, agencyId, asOf))
  const key = ({ targetOn, closesAt }: RoundDates) => `${targetOn}|${closesAt.getTime()}`
  const general = key(generalDates(facts, zone, asOf))
  const shared = (dates: RoundDates) => all.filter((other) => key(other) === key(dates)).length
  const isGeneral = (dates: RoundDates) => (key(dates) === general ? 1 : 0)
  return (
    all.toSorted(
      (a, b) => shared(b) - shared(a) || isGeneral(b) - isGeneral(a) || b.closesAt.getTime() - a.closesAt.getTime(),
    )[0] ?? lastClosingOf(facts, zone)
  )
}

/** The round's own dates, moved by what was decided for all. */
function generalDates(facts: RoundFacts, zone: string, asOf: Date | undefined): RoundDates {
  return facts.windows
    .filter(({ agencyIds, at }) => agencyIds === undefined && (asOf === undefined || new Date(at) <= asOf))
    .toSorted((a, b) => a.number - b.number)
    .reduce((dates, window) => applyWindow(dates, window, zone), firstDates(facts, zone))
}
