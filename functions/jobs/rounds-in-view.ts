/**
 * Which rounds a job still looks at: those that close later than a look-back ago, and those in which something was still
 * written since (a correction sent in after the closing deserves its receipt). Older rounds can have nothing new to say. Of a draft nothing is
 * said, but one that may still be opened holds back what is said of others.
 */

import { lookBackDays } from '../domain/notices/plan/nid.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { RegionState, RoundFacts, Rounds } from '../domain/round/rounds.ts'
import { lastClosingOf } from '../domain/round/windows.ts'
import { endOfDay } from '../rules/zone.ts'

/** The region's facts with its rounds in view, consistently read. Throws where the region is unknown. */
export async function loadRegionState(
  ports: { regions: Pick<Regions, 'load'>; rounds: Pick<Rounds, 'list' | 'load'> },
  region: string,
  now: Date,
): Promise<RegionState> {
  const [facts, ids] = await Promise.all([ports.regions.load(region), ports.rounds.list(region)])
  if (facts === undefined) throw new Error(`There is no region ${region}`)
  const rounds = await Promise.all(ids.map((id) => ports.rounds.load(region, id)))
  return {
    region: facts,
    rounds: rounds.filter((round) => round !== undefined).filter((round) => isInView(now, round, facts.settings.zone)),
  }
}

/** Whether the round's last instant (closing, correction or fact) is not older than the look-back. */
export function isInView(now: Date, facts: RoundFacts, zone: string): boolean {
  const since = now.getTime() - lookBackDays * 86_400_000
  const written = [...facts.submissions, ...facts.reviews, ...facts.windows, ...facts.nudges, ...facts.resends].map(
    ({ at }) => new Date(at),
  )
  const corrections = facts.reviews.flatMap(({ dueOn }) => (dueOn === undefined ? [] : [endOfDay(dueOn, zone)]))
  return [lastClosingOf(facts, zone).closesAt, ...corrections, ...written].some((at) => at.getTime() >= since)
}
