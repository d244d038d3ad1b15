/**
 * The dates of a round that need no mention: those that most of its agencies have. An extension for a few leaves them, one for
 * nearly all moves them. Where as many have others, those that were set for everybody are the usual ones.
 */
import type { RoundFacts } from './rounds.ts'
import { agenciesIn, datesFor, type RoundDates, unlikeAgencies } from './windows.ts'

/** In force now, or with `asOf` as they stood at that instant. */
export function usualDates(facts: RoundFacts, zone: string, asOf?: Date): RoundDates {
  const all = unlikeAgencies(facts).map(({ agencyId, agencies }) => ({
    agencies,
    dates: datesFor(facts, zone, agencyId, asOf),
  }))
  // No agency has the empty id, so these are the dates by the decisions that concern all.
  const general = datesFor(facts, zone, '', asOf)
  const sharing = (dates: RoundDates) =>
    all.filter((other) => isSame(other.dates, dates)).reduce((sum, { agencies }) => sum + agencies, 0)
  const isGeneral = (dates: RoundDates) => Number(isSame(dates, general))
  return (
    all
      .map(({ dates }) => dates)
      .toSorted(
        (a, b) => sharing(b) - sharing(a) || isGeneral(b) - isGeneral(a) || b.closesAt.getTime() - a.closesAt.getTime(),
      )[0] ?? general
  )
}

/** The agencies that have the usual dates now, in the round's order. */
export function usualAgencies(facts: RoundFacts, zone: string): readonly string[] {
  const usual = usualDates(facts, zone)
  return agenciesIn(facts).filter((agencyId) => isSame(datesFor(facts, zone, agencyId), usual))
}

/** To the minute: who was closed early on the final day has another date than who was not. */
function isSame(a: RoundDates, b: RoundDates): boolean {
  return a.targetOn === b.targetOn && a.closesAt.getTime() === b.closesAt.getTime()
}
