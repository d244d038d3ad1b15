/** The regions of the soak: invented agencies with an operator and a head each, a coordinator and a viewer, one round, three forms. */
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { Person, RegionSettings } from '../../functions/schema/region.ts'
import { createPublishedForms } from '../../functions/store/published-forms.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import type { Table } from '../../functions/store/table.ts'
import { agency, calendar2026, person, settings } from '../fixtures/region.ts'
import { round } from '../fixtures/round.ts'

export type Town = { region: string; roundId: string; agencies: string[]; forms: string[]; people: Person[] }

const words = (text: string) => ({ id: text, en: text })
const stamp = { at: '2026-01-02T00:00:00.000Z', by: 'system' }

function formOf(id: string): FormDefinition {
  return {
    id,
    version: 1,
    title: words(`Formulir ${id}`),
    shortTitle: words(id.toUpperCase()),
    description: words('Uji'),
    nilAllowed: true,
    fields: [{ type: 'text', id: 'catatan', label: words('Catatan'), required: true, maxLength: 200 }],
    tables: [],
  }
}

/** A round of 10 to 17 February 2026 in each region. */
export async function seedTowns(table: Table, count: number, agenciesEach: number): Promise<Town[]> {
  const towns: Town[] = []
  for (let n = 1; n <= count; n++) towns.push(await seedTown(table, `kota-${n}`, agenciesEach))
  return towns
}

async function seedTown(table: Table, region: string, agenciesEach: number): Promise<Town> {
  const [regions, rounds, published] = [createRegions(table), createRounds(table), createPublishedForms(table)]
  const own: RegionSettings = { ...settings, region }
  await regions.reviseSettings(own)
  await regions.reviseCalendar(region, calendar2026)
  const agencies = Array.from({ length: agenciesEach }, (_, n) => `dinas-${n + 1}`)
  const forms = ['a', 'b', 'c'].map((letter) => `uji-${letter}-${region}`)
  const mail = (id: string) => ({ email: `${id}@${region}.example` })
  const people = [
    ...agencies.flatMap((id) => [
      person(`op-${id}`, [id], mail(`op-${id}`)),
      person(`kepala-${id}`, [id], { role: 'verifier', ...mail(`kepala-${id}`) }),
    ]),
    person('koordinator', ['bappeda'], { role: 'coordinator', ...mail('koordinator') }),
    person('viewer', ['bappeda'], { role: 'viewer', ...mail('viewer') }),
  ]
  for (const id of [...agencies, 'bappeda']) await regions.reviseAgency(region, agency(id))
  for (const each of people) await regions.revisePerson(region, each)
  for (const id of forms) await published.insert({ ...stamp, region, definition: formOf(id) })
  const roundId = `putaran-${region}`
  await rounds.insertRound(region, round(agencies, { id: roundId }, forms))
  return { region, roundId, agencies, forms, people }
}
