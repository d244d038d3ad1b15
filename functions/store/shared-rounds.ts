/**
 * Rounds loaded whole and kept for some seconds, for a sender who writes to everybody of a region. What makes that true is the region's
 * small item (region-versions.ts), read anew each time: whoever writes a fact says there first whose it is. A fact may stand a while after
 * it was announced, so an agency of which anything was announced shortly before the facts were loaded, or since, is not answered for.
 */
import type { Rounds, SharedRounds } from '../domain/round/rounds.ts'
import type { RegionVersions, Standing } from './region-versions.ts'

/** Drafts and replies are not announced, and neither is what an older build writes or an import brings. */
const longestKept = 20_000
/** Longer than a writer takes from announcing a fact until it stands (29 s), and than two machines' clocks differ. */
const writersTake = 120_000
const mostRegions = 4

type Kept = Pick<SharedRounds, 'list' | 'load'> & Pick<Standing, 'version' | 'untold'> & { at: number }
type Sources = Pick<Rounds, 'list' | 'load'> & {
  versions: Pick<RegionVersions, 'standing'>
  /** The wall clock of this machine, in milliseconds. */
  wall: () => number
}

export function createSharedRounds({ versions, list, load, wall }: Sources): Rounds['shared'] {
  const regions = new Map<string, Kept>()
  return async (region) => {
    const askedAt = wall()
    const { version, open, untold, movedAt } = await versions.standing(region)
    if (open) return undefined
    const known = regions.get(region)
    const isFresh = known?.version === version && known.untold === untold && askedAt - known.at < longestKept
    const kept = isFresh ? known : keep({ version, untold, at: askedAt }, { region, list, load })
    regions.delete(region)
    regions.set(region, kept)
    const [oldest] = regions.keys()
    if (regions.size > mostRegions && oldest !== undefined) regions.delete(oldest)
    const since = kept.at - writersTake
    return { list: kept.list, load: kept.load, holds: (agencyIds) => agencyIds.every((id) => movedAt(id) <= since) }
  }
}

/** Whoever asks first loads; what could not be loaded is tried again by the next. */
function keep(
  standing: Pick<Kept, 'version' | 'untold' | 'at'>,
  { region, list, load }: { region: string } & Pick<Sources, 'list' | 'load'>,
): Kept {
  const known = new Map<string, Promise<unknown>>()
  const once = <T>(what: string, read: () => Promise<T>): Promise<T> => {
    const found = known.get(what) ?? read()
    known.set(what, found)
    found.catch(() => known.delete(what))
    return found as Promise<T>
  }
  return {
    ...standing,
    list: () => once('list', () => list(region)),
    load: (round) => once(`round ${round}`, () => load(region, round)),
  }
}
