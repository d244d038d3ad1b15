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
import { anyRegion } from './any-region.ts'
import { kotaKupang, type RegionSeed } from './kota-kupang/kota-kupang.ts'
import { roundAround } from './round-around.ts'

/** Where page, inbox and terminal tell the time, and who can sign in. */
export type Seeded = Place & { name: string; people: readonly Person[] }
type Stores = { regions: typeof regionStore; rounds: typeof roundStore }

/** `regency`: the Kemendagri code of another one than Kota Kupang; `none` seeds nothing. On the machine's own clock the round is dated around today. */
export async function seedRound(stores: Stores, clock: LocalClock, regency?: string): Promise<Seeded> {
  if (regency === 'none') return { zone: 'Asia/Jakarta', zoneName: 'WIB', name: '–', people: [] }
  const stamp = { at: clock.now().toISOString(), by: 'system' }
  const seed = regency === undefined ? kotaKupang(stamp) : await anyRegion(regency, stamp)
  if (seed === undefined) throw new SettingsError(`--region=${regency}: no regency or city has this code`)
  const { region } = seed.settings
  if (!(await stores.regions.list()).includes(region)) await seedRegion(stores, seed)
  const round = clock.kind === 'real' ? await currentRound(stores, seed, clock.now()) : seed.round
  if (round !== undefined && !(await stores.rounds.list(region)).includes(round.id))
    await stores.rounds.insertRound(region, round)
  const { settings, people } = (await stores.regions.load(region)) ?? seed
  return { zone: settings.zone, zoneName: settings.zoneName, name: settings.name.id, people }
}

async function seedRegion({ regions }: Stores, seed: RegionSeed): Promise<void> {
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
