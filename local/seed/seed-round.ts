/**
 * Puts a region and its round into an empty table. The settings go last and are the sign that the region is whole: a seed
 * that was cut off is done again, a region that stands is left alone, so nothing a coordinator changed comes back.
 */
import type { regions as regionStore, rounds as roundStore } from '../../functions/lambda/deps.ts'
import type { Place } from '../../functions/rules/moments.ts'
import { localDateOf } from '../../functions/rules/wall-clock.ts'
import type { Person } from '../../functions/schema/region.ts'
import type { Round } from '../../functions/schema/round.ts'
import type { LocalClock } from '../clock.ts'
import { SettingsError } from '../settings.ts'
import { anyRegion, emptyRegion } from './any-region.ts'
import { type EmptySeed, kotaKupang, type RegionSeed } from './kota-kupang/kota-kupang.ts'
import { roundAround } from './round-around.ts'

/** Where page, inbox and terminal tell the time, and who can sign in. */
export type Seeded = Place & { name: string; people: readonly Person[] }
type Wanted = { regency?: string | undefined; empty?: boolean | undefined }
type Stores = { regions: typeof regionStore; rounds: typeof roundStore }

/**
 * `regency`: the Kemendagri code of another one than Kota Kupang; `none` seeds nothing; with `empty` it waits for its coordinator.
 * On the machine's own clock the round is dated around today.
 */
export async function seedRound(stores: Stores, clock: LocalClock, wanted: Wanted = {}): Promise<Seeded> {
  const { regency, empty } = wanted
  if (regency === 'none') return { zone: 'Asia/Jakarta', zoneName: 'WIB', name: '–', people: [] }
  const stamp = { at: clock.now().toISOString(), by: 'system' }
  const seed: (EmptySeed & { readonly round?: Round }) | undefined =
    regency === undefined ? kotaKupang(stamp) : await (empty ? emptyRegion : anyRegion)(regency, stamp)
  if (seed === undefined) throw new SettingsError(`--region=${regency}: no regency or city has this code`)
  const { region } = seed.settings
  if (!(await stores.regions.list()).includes(region)) await seedRegion(stores, seed)
  if (seed.round === undefined) return seededOf(stores, seed)
  const round =
    clock.kind === 'real' ? await currentRound(stores, { ...seed, round: seed.round }, clock.now()) : seed.round
  if (round !== undefined && !(await stores.rounds.list(region)).includes(round.id))
    await stores.rounds.insertRound(region, round)
  return seededOf(stores, seed)
}

async function seededOf({ regions }: Stores, seed: EmptySeed): Promise<Seeded> {
  const { settings, people } = (await regions.load(seed.settings.region)) ?? seed
  return { zone: settings.zone, zoneName: settings.zoneName, name: settings.name.id, people }
}

async function seedRegion({ regions }: Stores, seed: EmptySeed): Promise<void> {
  const { region } = seed.settings
  await Promise.all([
    ...seed.agencies.map((agency) => regions.reviseAgency(region, agency)),
    ...seed.people.map((person) => regions.revisePerson(region, person)),
    ...seed.references.map((list) => regions.reviseReference(region, list)),
    regions.reviseCalendar(region, seed.calendar),
  ])
  await regions.reviseSettings(seed.settings)
}

/** A round dated around `now`, unless one is still open. */
async function currentRound({ rounds }: Stores, seed: RegionSeed, now: Date): Promise<Round | undefined> {
  const { region, zone } = seed.settings
  const today = localDateOf(now, zone)
  for (const id of await rounds.list(region)) {
    const facts = await rounds.load(region, id)
    if (facts !== undefined && facts.round.closesOn >= today) return undefined
  }
  return roundAround(today, seed)
}
