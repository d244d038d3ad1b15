/**
 * How the round has filled up, day by day: the board's own counts as they stood at the end of each day so far. Work that was
 * returned counts again only when it comes back, so the line may fall.
 */

import { addDays } from '../../rules/dates.ts'
import { localDateOf } from '../../rules/wall-clock.ts'
import { endOfDay } from '../../rules/zone.ts'
import type { LocalDate } from '../../schema/ids.ts'
import { assignmentsOf } from './assignments.ts'
import { countsOf } from './board.ts'
import type { RoundFacts, RoundState } from './rounds.ts'
import { firstDates, lastClosingOf } from './windows.ts'

export type BurnUpDay = { on: LocalDate; submitted: number; accepted: number }

/** A round that somebody leaves open for years is drawn to here. */
const longestDays = 400

/** From the opening to today, or to the end of the last window. Nothing before the opening. */
export function burnUpOf(now: Date, state: RoundState): BurnUpDay[] {
  const { facts, region } = state
  const { zone } = region.settings
  const { closesOn } = lastClosingOf(facts, zone)
  const today = localDateOf(now, zone)
  const days: BurnUpDay[] = []
  let day = localDateOf(firstDates(facts, zone).opensAt, zone)
  for (; day <= today && day <= closesOn && days.length < longestDays; day = addDays(day, 1)) {
    const end = endOfDay(day, zone)
    const { submitted, accepted } = countsOf(assignmentsOf(now, { region, facts: before(facts, end) }))
    days.push({ on: day, submitted, accepted })
  }
  return days
}

function before(facts: RoundFacts, end: Date): RoundFacts {
  const earlier = ({ at }: { at: string }) => new Date(at) < end
  return { ...facts, submissions: facts.submissions.filter(earlier), reviews: facts.reviews.filter(earlier) }
}
