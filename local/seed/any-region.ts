/**
 * Any regency or city as it could be: its real districts and villages, and the offices, addresses and telephones that were
 * invented for Kota Kupang, for every local government has offices like them. The round is the one of February 2026.
 */
import type { Stamp } from '../../functions/schema/region.ts'
import { readRegency } from '../../ops/areas/read-areas.ts'
import { regionOfRegency } from '../../ops/areas/region-of-regency.ts'
import { bappeda, opd } from './kota-kupang/agencies.ts'
import { type RegionSeed, titleOf } from './kota-kupang/kota-kupang.ts'
import { assignmentsOf, round } from './kota-kupang/round.ts'
import { settings } from './kota-kupang/settings.ts'
import { supportingData } from './kota-kupang/supporting-data.ts'
import { peopleOf } from './people-of.ts'

/** `undefined` where no regency has this code. */
export async function anyRegion(code: string, stamp: Stamp): Promise<RegionSeed | undefined> {
  const regency = await readRegency(code)
  if (regency === undefined) return undefined
  const { replyTo, helpPhone } = settings
  const made = regionOfRegency(regency, { replyTo, helpPhone })
  const districts = made.agencies.filter(({ kind }) => kind === 'kecamatan')
  const people = peopleOf([...opd, ...districts], regency.name, bappeda.phone ?? '')
  const lists = { ...made.references, 'data-pendukung': supportingData }
  return {
    settings: { ...made.settings, ...stamp },
    agencies: [...opd, ...made.agencies].map((agency) => ({ ...agency, ...stamp })),
    people: people.map((person) => ({ ...person, ...stamp })),
    calendar: { holidays: [...made.holidays], ...stamp },
    references: Object.entries(lists).map(([id, entries]) => ({
      id,
      title: titleOf(id),
      entries: [...entries],
      ...stamp,
    })),
    round: {
      ...round,
      assignments: assignmentsOf(
        opd.map(({ id }) => id),
        districts.map(({ id }) => id),
      ),
      milestones: [],
      ...stamp,
    },
  }
}
