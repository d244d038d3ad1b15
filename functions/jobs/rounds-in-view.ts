/**
 * Which rounds a job still looks at: those of which something may still be said since a look-back ago. Of a draft nothing is
 * said, but one that may still be opened holds back what is said of others.
 */

import { lookBackDays } from '../domain/notices/plan/nid.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { RegionState, RoundFacts } from '../domain/round/rounds.ts'
import { loadSince, type RoundReader, speaksSince } from '../domain/round/rounds-since.ts'

/** The region's facts with its rounds in view, consistently read. Throws where the region is unknown. */
export async function loadRegionState(
  ports: { regions: Pick<Regions, 'load'>; rounds: RoundReader },
  region: string,
  now: Date,
): Promise<RegionState> {
  const facts = await ports.regions.load(region)
  if (facts === undefined) throw new Error(`There is no region ${region}`)
  const asked = { region, zone: facts.settings.zone }
  return { region: facts, rounds: await loadSince(lookBack(now), ports.rounds, asked) }
}

/** Whether the round's last instant (closing, correction or fact) is not older than the look-back. */
export function isInView(now: Date, facts: RoundFacts, zone: string): boolean {
  return speaksSince(lookBack(now), facts, zone)
}

function lookBack(now: Date): Date {
  return new Date(now.getTime() - lookBackDays * 86_400_000)
}
