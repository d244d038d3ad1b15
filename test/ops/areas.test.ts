/** The list of areas as the operator's command reads it: codes, kinds, names that are not unique, zones. */
import { getRegencies, getVillages } from 'idn-area-data'
import { describe, expect, it } from 'vitest'
import { certainHolidays, hasYear } from '../../functions/rules/holidays.ts'
import { matchChoice } from '../../functions/schema/fields/grammar/choice.ts'
import type { ReferenceEntry } from '../../functions/schema/form.ts'
import { kelurahan } from '../../local/seed/kota-kupang/kelurahan.ts'
import { findRegencies, kindOf, plain, type Regency, readRegency } from '../../ops/areas/read-areas.ts'
import { regencyCodeOf } from '../../ops/areas/regency-code.ts'
import { regionOfRegency } from '../../ops/areas/region-of-regency.ts'
import { zoneOf } from '../../ops/areas/zone-of.ts'
import { holidaysByYear, knownHolidays } from '../../ops/national/holidays.ts'

const contact = { replyTo: 'koordinator@bappeda.example', helpPhone: '0388-21001' }
const regencies = await getRegencies()
const villages = await getVillages()
const read = async (code: string) => (await readRegency(code)) as Regency

describe('the list of areas', () => {
  it('has 38 provinces and 514 regencies', () => {
    expect(new Set(regencies.map(({ province_code }) => province_code)).size).toBe(38)
    expect(regencies).toHaveLength(514)
  })

  it('has 32 districts, 266 desa and 12 kelurahan in Timor Tengah Selatan', async () => {
    const { name, districts } = await read('53.02')
    const kinds = districts.flatMap((district) => district.villages.map(({ kind }) => kind))
    expect([name, districts.length]).toEqual(['Kabupaten Timor Tengah Selatan', 32])
    expect([
      kinds.filter((kind) => kind === 'desa').length,
      kinds.filter((kind) => kind === 'kelurahan').length,
    ]).toEqual([266, 12])
  })

  it('reads the kind of each of its villages: 14 desa adat, all in Jayapura; 19 cities have desa too', () => {
    const adat = villages.filter(({ code }) => kindOf(code) === 'desa adat')
    expect([adat.length, new Set(adat.map(({ code }) => code.slice(0, 5)))]).toEqual([14, new Set(['91.03'])])
    const cities = regencies.filter(({ name }) => name.startsWith('Kota'))
    const withDesa = new Set(villages.flatMap(({ code }) => (kindOf(code) === 'desa' ? code.slice(0, 5) : [])))
    expect([cities.length, cities.filter(({ code }) => withDesa.has(code)).length]).toEqual([98, 19])
    expect(() => kindOf('53.01.06.4004')).toThrow('53.01.06.4004')
  })

  it('has our 51 kelurahan of Kupang under the same codes and names', async () => {
    const theirs = (await read('53.71')).districts.flatMap((district) => district.villages)
    const ours = new Map(kelurahan.map(({ value, label, aliases = [] }) => [value, [label.id, ...aliases].map(plain)]))
    expect(theirs.map(({ code }) => code).sort()).toEqual([...ours.keys()].sort())
    expect(theirs.filter(({ code, name }) => !ours.get(code)?.includes(plain(name)))).toEqual([])
  })

  it('is asked by code, in either spelling, and helps with a name', async () => {
    expect([regencyCodeOf('5302'), regencyCodeOf(' 53.02 '), regencyCodeOf('53'), regencyCodeOf('530201')]).toEqual([
      '53.02',
      '53.02',
      undefined,
      undefined,
    ])
    expect(await readRegency('53.99')).toBeUndefined()
    expect((await findRegencies('timor tengah')).map(({ code }) => code)).toEqual(['53.02', '53.03'])
  })
})

describe('names within a region', () => {
  const field = { id: 'k', type: 'choice', label: { id: '', en: '' }, choices: { reference: 'kelurahan' } } as never
  const typedIn = (entries: readonly ReferenceEntry[], agencyId: string, typed: string) =>
    matchChoice(field, typed, { references: { kelurahan: entries }, agencyId } as never)?.value

  it('Oesao is a kelurahan and a desa of one district: the bare name is asked about, each full one is understood', async () => {
    const { references, agencies } = regionOfRegency(await read('53.01'), contact)
    const entries = references.kelurahan ?? []
    const district = agencies.find(({ id }) =>
      entries.find(({ value }) => value === '53.01.06.1004')?.scope?.includes(id),
    )
    const typed = ['Oesao', 'Oesao (kelurahan)', 'oesao (DESA)', '53.01.06.2015'].map((name) =>
      typedIn(entries, district?.id ?? '', name),
    )
    expect(typed).toEqual([undefined, '53.01.06.1004', '53.01.06.2015', '53.01.06.2015'])
  })

  it.each(['53.01', '14.07', '71.02', '94.03', '81.71', '35.27', '53.07'])(
    'of %s no two villages look alike to a reader, and a name is resolved within its district where it is one',
    async (code) => {
      const regency = await read(code)
      const { references, agencies } = regionOfRegency(regency, contact)
      const entries = references.kelurahan ?? []
      const labels = entries.map(({ label }) => plain(label.id))
      expect(labels.length).toBe(new Set(labels).size)
      expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length)
      for (const district of regency.districts) {
        for (const village of district.villages) {
          const own = entries.find(({ value }) => value === village.code)?.scope?.[0] ?? ''
          const twins = district.villages.filter(({ name }) => plain(name) === plain(village.name))
          expect(typedIn(entries, own, village.name)).toBe(twins.length === 1 ? village.code : undefined)
        }
      }
    },
  )

  it('every regency of the country makes agencies with ids that can be keys', async () => {
    for (const { code } of regencies.filter((_, at) => at % 16 === 0)) {
      const { agencies, settings } = regionOfRegency(await read(code), contact)
      for (const id of [settings.region, ...agencies.map((agency) => agency.id)]) {
        expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
      }
    }
  })
})

describe('what goes with a region', () => {
  it.each([
    ['11.01', 'WIB', 'Asia/Jakarta'],
    ['61.71', 'WIB', 'Asia/Pontianak'],
    ['53.02', 'WITA', 'Asia/Makassar'],
    ['65.01', 'WITA', 'Asia/Makassar'],
    ['91.71', 'WIT', 'Asia/Jayapura'],
    ['81.71', 'WIT', 'Asia/Jayapura'],
  ])('%s has %s', (code, zoneName, zone) => {
    expect(zoneOf(code)).toEqual({ zone, zoneName })
    const offset = { WIB: '+07', WITA: '+08', WIT: '+09' }[zoneName]
    const told = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date(0))
    expect(
      new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date('2026-02-10')),
    ).toContain(offset)
    expect(told).toBeTruthy()
  })

  it('of 2026 17 holidays and 8 days of joint leave are known, with their decree; of 2027 what is certain without its decree, and nothing is guessed', () => {
    const { source, holidays } = holidaysByYear[2026] ?? { holidays: [] }
    expect(holidays.filter(({ kind }) => kind === 'national')).toHaveLength(17)
    expect(holidays.filter(({ kind }) => kind === 'joint-leave')).toHaveLength(8)
    expect(source).toMatch(/1497.*2025/)
    const of2027 = holidaysByYear[2027]
    expect(of2027?.source).toMatch(/Keputusan Presiden Nomor 8 Tahun 2024/)
    expect(of2027?.holidays).toEqual(certainHolidays(2027))
    expect([2026, 2027].map((year) => hasYear(knownHolidays, year))).toEqual([true, false])
  })

  it('villages bring village funds, which a city of kelurahan does not have', async () => {
    const funds = async (code: string) =>
      regionOfRegency(await read(code), contact).references['sumber-dana']?.map(({ value }) => value) ?? []
    expect(await funds('53.02')).toContain('DANA_DESA')
    expect(await funds('53.71')).not.toContain('DANA_DESA')
  })
})
