/**
 * How the round has filled up, day by day: the board's own counts as they stood at the end of each day so far. Work that was
 * returned counts again only when it comes back, so the line may fall.
 */

import { addDays } from '../../rules/dates.ts'
import { localDateOf } from '../../rules/wall-clock.ts'
import { endOfDay } from '../../rules/zone.ts'
import type { LocalDate } from '../../schema/ids.ts'
import { reviewsOf, submissionsOf } from './by-work.ts'
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
    days.push({ on: day, ...sentBefore(facts, endOfDay(day, zone).getTime()) })
  }
  return days
}

/** What counts as sent is what the board counts: the latest revision unless its latest decision returned it. */
function sentBefore({ round, submissions, reviews }: RoundFacts, end: number): Omit<BurnUpDay, 'on'> {
  let [submitted, accepted] = [0, 0]
  const before = ({ at }: { at: string }) => Date.parse(at) < end
  for (const { agencyId, formId } of round.assignments) {
    const sent = submissionsOf(submissions, agencyId, formId).findLast(before)
    if (sent === undefined) continue
    const about = reviewsOf(reviews, agencyId, formId)
    const decision = about.findLast((each) => each.revision === sent.revision && before(each))?.decision
    if (decision === 'accept') accepted += 1
    if (decision === undefined || decision === 'accept') submitted += 1
  }
  return { submitted, accepted }
}
