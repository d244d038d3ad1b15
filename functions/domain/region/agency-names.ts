/** What an agency is called, and was called on the day on which it sent something: a proof keeps the name under which it was made. */
import type { Instant } from '../../schema/ids.ts'
import type { Wording } from '../../schema/wording.ts'
import { agencyOf, type RegionFacts, type Regions } from './regions.ts'

export type AgencyNames = { agencyName: Wording; agencyNameThen?: Wording }

/** `agencyNameThen` only where it differs. An agency that the region does not know is called by its id. */
export async function agencyNames(
  regions: Pick<Regions, 'history'>,
  { region, agencyId, at }: { region: string; agencyId: string; at: Instant },
  facts: RegionFacts,
): Promise<AgencyNames> {
  const agencyName = agencyOf(facts, agencyId)?.name ?? { id: agencyId, en: agencyId }
  const history = await regions.history(region, 'agency', agencyId)
  // Where the directory is younger than the submission (an import), its first word counts.
  const then = (history.findLast(({ fact }) => fact.at <= at) ?? history[0])?.fact.name
  if (then === undefined || (then.id === agencyName.id && then.en === agencyName.en)) return { agencyName }
  return { agencyName, agencyNameThen: then }
}
