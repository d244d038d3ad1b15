/**
 * Any regency or city as it could be: its real districts and villages, and the offices, addresses and telephones that were
 * invented for Kota Kupang, for every local government has offices like them. The round is the one of February 2026.
 */
import type { Stamp } from '../../functions/schema/region.ts'
import { readRegency } from '../../ops/areas/read-areas.ts'
import { regionOfRegency } from '../../ops/areas/region-of-regency.ts'
import { bappeda, opd } from './kota-kupang/agencies.ts'
import { type EmptySeed, type RegionSeed, titleOf } from './kota-kupang/kota-kupang.ts'
import { assignmentsOf, round } from './kota-kupang/round.ts'
import { settings } from './kota-kupang/settings.ts'
import { supportingData } from './kota-kupang/supporting-data.ts'
import { peopleOf } from './people-of.ts'

/** `undefined` where no regency has this code. */
export async function anyRegion(code: string, stamp: Stamp): Promise<RegionSeed | undefined> {
  const made = await madeOf(code)
  if (made === undefined) return undefined
  const districts = made.agencies.filter(({ kind }) => kind === 'kecamatan')
  const people = peopleOf([...opd, ...districts], made.settings.name.id, bappeda.phone ?? '')
  const references = { ...made.references, 'data-pendukung': supportingData }
  const seed = seedOf({ ...made, agencies: [...opd, ...made.agencies], references }, people, stamp)
  const assignments = assignmentsOf(
    opd.map(({ id }) => id),
    districts.map(({ id }) => id),
  )
  return { ...seed, round: { ...round, assignments, milestones: [], ...stamp } }
}

/** What `ops region create` and `ops coordinator invite` leave behind: districts and lists, and one person who sets up the rest. */
export async function emptyRegion(code: string, stamp: Stamp): Promise<EmptySeed | undefined> {
  const made = await madeOf(code)
  if (made === undefined) return undefined
  const people = peopleOf([], made.settings.name.id, bappeda.phone ?? '')
  return seedOf(
    made,
    people.filter(({ role }) => role === 'coordinator'),
    stamp,
  )
}

async function madeOf(code: string) {
  const regency = await readRegency(code)
  const { replyTo, helpPhone } = settings
  return regency && regionOfRegency(regency, { replyTo, helpPhone })
}

type Made = ReturnType<typeof regionOfRegency>

function seedOf(made: Made, people: ReturnType<typeof peopleOf>, stamp: Stamp): EmptySeed {
  const stamped = <T>(facts: readonly T[]) => facts.map((fact) => ({ ...fact, ...stamp }))
  return {
    settings: { ...made.settings, ...stamp },
    agencies: stamped(made.agencies),
    people: stamped(people),
    calendar: { holidays: [...made.holidays], ...stamp },
    references: Object.entries(made.references).map(([id, entries]) => ({
      id,
      title: titleOf(id),
      entries: [...entries],
      ...stamp,
    })),
  }
}
