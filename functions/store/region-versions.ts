/**
 * What rarely changes and is read by every request (a region's directory and lists, a round's dates and assignments) is kept in
 * memory, and one small item a region says whether it still holds. A writer opens that item before it writes and closes it
 * after, and both move its version: so a reader who finds it closed, at the version of what it keeps, may keep it, and one who finds
 * it open reads everything and keeps nothing. Facts stay the truth: without the item, or with a writer that died between, only reading is slower.
 */
import * as z from 'zod'
import type { Seen } from '../domain/region/regions.ts'
import { readFact } from './facts.ts'
import { gatheredGet } from './gather-reads.ts'
import { regionVersionKey } from './keys.ts'
import type { Item, Table } from './table.ts'

const versionSchema = z.object({
  version: z.int().default(0),
  writers: z.int().default(0),
  facts: z.int().default(0),
  told: z.int().default(0),
})
type Version = z.infer<typeof versionSchema> & { moved: Item }

/** `version`: of what is remembered; `open`: somebody writes it just now. */
export type Standing = {
  version: number
  open: boolean
  /** Facts that moved without a word about whose they are: by an older build. */
  untold: number
  /** When facts about the agency, or about all, last began to be written: milliseconds of the writer's wall clock, 0 = never. */
  movedAt(agencyId: string): number
}

export type RegionVersions = {
  /** How far the region is. With what else is asked for at the moment: see gather-reads.ts. */
  look(region: string): Seen
  /** What `read` answers, or answered since the region last changed; without `seen` it looks by itself. Shared: nobody may change it. */
  remembered<T>(region: string, what: string, read: () => Promise<T>, seen?: Seen): Promise<T>
  /** What is remembered, where it holds: nothing is read. */
  kept<T>(region: string, what: string, seen: Seen): Promise<T | undefined>
  /** Runs a write of what others may keep. */
  changing<T>(region: string, write: () => Promise<T>): Promise<T>
  /**
   * Says, before a fact is written, that the region's facts move, and whose: the plan looks at them again. `at`: milliseconds of the wall
   * clock; no agency: they may concern all.
   */
  moving(region: string, fact: { at: number; agencyId?: string | undefined }): Promise<void>
  /** Consistently read. */
  standing(region: string): Promise<Standing>
}

/** An import of items or an older build beside this one moves no version: what is kept is read again after this long. */
const longestKept = 60_000
/** Longer than any writer lives (an API request ends after 30 s). A writer that is still said to be there then has died. */
const writersLive = 120_000
const mostRegions = 16
/** Of one region: its directory and lists, each round, and each agency's part of a round. */
const mostKept = 2_000

type Kept = { version: number; at: number; value: unknown }
type Region = {
  kept: Map<string, Kept>
  asking?: Promise<Version> | undefined
  open?: { version: number; since: number }
}

/** One for each table, however many stores stand on it. `elapsed`: milliseconds of a clock that only goes forward. */
export function regionVersionsOf(table: Table, elapsed = () => performance.now()): RegionVersions {
  const known = versions.get(table) ?? createRegionVersions(table, elapsed)
  versions.set(table, known)
  return known
}

const versions = new WeakMap<Table, RegionVersions>()

export function createRegionVersions(table: Table, elapsed: () => number): RegionVersions {
  const regions = new Map<string, Region>()
  const move = (region: string, writers: 1 | -1) =>
    table.update({
      key: regionVersionKey(region),
      add: { version: 1, writers, facts: 1, told: 1 },
      condition: 'attribute_exists(pk) OR attribute_not_exists(pk)',
    })
  return {
    look: async (region) => versionIn(await gatheredGet(table)(regionVersionKey(region))),
    kept: async (region, what, seen) => {
      const version = await seen
      // Whoever names a region that is none must not push out those that are.
      const own = regions.get(region)
      return (own && holding(own, what, version, elapsed()))?.value as never
    },
    remembered: async (region, what, read, seen) => {
      const own = regionOf(regions, region)
      const { version, writers } = await (seen ?? asked(table, own, region))
      const at = elapsed()
      const kept = holding(own, what, { version, writers }, at)
      if (kept !== undefined) return kept.value as Awaited<ReturnType<typeof read>>
      if (writers !== 0) await closeIfDead(table, own, { region, version, now: at })
      const value = await read()
      if (own.kept.size >= mostKept) own.kept.clear()
      if (writers === 0) own.kept.set(what, { version, at, value })
      else own.kept.delete(what)
      return value
    },
    changing: async (region, write) => {
      await move(region, 1)
      try {
        return await write()
      } finally {
        // What was written stands; a version that stays open is closed by a reader.
        await move(region, -1).catch(() => undefined)
      }
    },
    moving: async (region, { at, agencyId }) => {
      await table.update({
        key: regionVersionKey(region),
        set: { [movedBy(agencyId)]: Math.round(at) },
        add: { facts: 1, told: 1 },
        condition: 'attribute_exists(pk) OR attribute_not_exists(pk)',
        // Counted twice does no harm, so what may not have happened is done again.
        mine: () => false,
      })
    },
    standing: async (region) => {
      const { version, writers, facts, told, moved } = await asked(table, regionOf(regions, region), region)
      const at = (name: string) => Number(moved[name] ?? 0)
      const movedAt = (agencyId: string) => Math.max(at(movedBy()), at(movedBy(agencyId)))
      return { version, open: writers !== 0, untold: facts - told, movedAt }
    },
  }
}

function holding(own: Region, what: string, { version, writers }: Awaited<Seen>, now: number): Kept | undefined {
  const kept = own.kept.get(what)
  return writers === 0 && kept?.version === version && now - kept.at < longestKept ? kept : undefined
}

/** So many agencies share an instant that the item stays below a kilobyte, however many there are. */
const shares = 48

/** The attribute that says when facts of the agency moved. */
function movedBy(agencyId?: string): string {
  if (agencyId === undefined) return 'moved'
  let sum = 0
  for (const character of agencyId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return `moved${sum % shares}`
}

/** The region used longest ago is forgotten first. */
function regionOf(regions: Map<string, Region>, region: string): Region {
  const own = regions.get(region) ?? { kept: new Map() }
  regions.delete(region)
  regions.set(region, own)
  const [oldest] = regions.keys()
  if (regions.size > mostRegions && oldest !== undefined) regions.delete(oldest)
  return own
}

/** Those who ask in the same turn share one read, which begins after all of them asked. */
function asked(table: Table, own: Region, region: string): Promise<Version> {
  own.asking ??= Promise.resolve().then(async () => {
    own.asking = undefined
    return versionIn(await table.get(regionVersionKey(region)))
  })
  return own.asking
}

function versionIn(item: Item | undefined): Version {
  const known = item ?? { pk: '', sk: '' }
  return { ...readFact(versionSchema, known), moved: known }
}

async function closeIfDead(
  table: Table,
  own: Region,
  { region, version, now }: { region: string; version: number; now: number },
): Promise<void> {
  if (own.open?.version !== version) own.open = { version, since: now }
  if (now - own.open.since < writersLive) return
  const closing = {
    key: regionVersionKey(region),
    set: { writers: 0 },
    add: { version: 1 },
    condition: '#version = :seen',
    values: { seen: version },
  }
  // Reads live while the table takes no writes.
  await table.update(closing).catch(() => undefined)
}
