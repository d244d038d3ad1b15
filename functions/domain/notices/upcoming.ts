/**
 * Every mail to come if nobody does anything more: what, whom, when, why. Each occasion is judged with today's facts as they
 * will stand at its own moment, by the planner's own predicate, so the list and the mails cannot disagree.
 */
import type { Regions } from '../region/regions.ts'
import { loadRound } from '../round/load-round.ts'
import type { Rounds } from '../round/rounds.ts'
import type { Candidate } from './nid.ts'
import { candidatesOf } from './plan.ts'
import { allRounds } from './read-notices.ts'
import { type RegionState, type Situation, situationOf } from './situation.ts'
import { holdsIn } from './still-true.ts'

/** Facts of all rounds of the region, since a reminder covers all of its recipient's. Refuses with `not-found`. */
export async function loadUpcoming(
  ports: { rounds: Rounds; regions: Regions },
  region: string,
  round: string,
): Promise<RegionState> {
  const state = await loadRound(ports, region, round)
  const others = (await ports.rounds.list(region)).filter((id) => id !== round)
  const facts = await Promise.all(others.map((id) => ports.rounds.load(region, id)))
  return { region: state.region, rounds: [state.facts, ...facts.flatMap((each) => each ?? [])] }
}

/** Mails due after `asOf` that concern the round, oldest first. */
export function upcomingNotices(asOf: Date, state: RegionState, round: string): Candidate[] {
  const situations = new Map<string, Situation>()
  const at = (dueAt: string) => {
    const known = situations.get(dueAt) ?? situationOf(new Date(dueAt), state)
    situations.set(dueAt, known)
    return known
  }
  return candidatesOf(situationOf(asOf, state))
    .filter(({ scope, dueAt }) => (scope === round || scope === allRounds) && new Date(dueAt) > asOf)
    .filter((each) => holdsIn(at(each.dueAt), each))
}
