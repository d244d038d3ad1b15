/** `npm start -- --region=…`: every regency begins with people who can sign in and a round whose forms find their lists. */
import { describe, expect, it } from 'vitest'
import { anyRegion, emptyRegion } from '../../local/seed/any-region.ts'

const stamp = { at: '2026-02-10T01:00:00.000Z', by: 'system' }

describe.each([
  ['53.02', 'Kabupaten Timor Tengah Selatan', 'WITA', 32],
  ['32.73', 'Kota Bandung', 'WIB', 30],
  ['91.71', 'Kota Jayapura', 'WIT', 5],
])('%s', (code, name, zoneName, districts) => {
  it('has its own districts, name and zone, and nothing of Kupang', async () => {
    const seed = await anyRegion(code, stamp)
    expect(seed?.settings).toMatchObject({ name: { id: name }, zoneName })
    expect(seed?.agencies.filter(({ kind }) => kind === 'kecamatan')).toHaveLength(districts)
    expect(JSON.stringify(seed)).not.toContain('Kota Kupang')
    expect(seed?.people.filter(({ role }) => role === 'operator')).toHaveLength(11 + districts)
    expect(new Set(seed?.people.map(({ email }) => email)).size).toBe(seed?.people.length)
  })

  it('gives every form to agencies that are there, and every list of a district to that district', async () => {
    const seed = await anyRegion(code, stamp)
    const ids = new Set(seed?.agencies.map(({ id }) => id))
    expect(seed?.round.assignments.filter(({ agencyId }) => !ids.has(agencyId))).toEqual([])
    const kelurahan = seed?.references.find(({ id }) => id === 'kelurahan')?.entries ?? []
    for (const { agencyId, formId } of seed?.round.assignments ?? []) {
      if (formId !== 'data-sasaran') continue
      expect(kelurahan.filter(({ scope }) => scope?.includes(agencyId)).length, agencyId).toBeGreaterThan(0)
    }
  })
})

it('an empty region has its districts, lists and one coordinator, and waits for everything else', async () => {
  const seed = await emptyRegion('53.02', stamp)
  expect(seed?.people.map(({ role }) => role)).toEqual(['coordinator'])
  expect(seed?.agencies.map(({ kind }) => kind)).toEqual(['coordinator', ...Array<string>(32).fill('kecamatan')])
  expect(seed).not.toHaveProperty('round')
})

it('no regency has an unknown code', async () => {
  expect(await anyRegion('99.99', stamp)).toBeUndefined()
})
