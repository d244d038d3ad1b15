/** The seed is what the forms, the calendar and the round of February 2026 need it to be. */
import { describe, expect, test } from 'vitest'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import { choicesOf } from '../../functions/schema/answers/choices.ts'
import { matchName as matchChoice } from '../../functions/schema/fields/grammar/choice.ts'
import type { Field } from '../../functions/schema/form.ts'
import {
  agencySchema,
  calendarSchema,
  personSchema,
  referenceListSchema,
  regionSettingsSchema,
} from '../../functions/schema/region.ts'
import { roundSchema } from '../../functions/schema/round.ts'
import { kotaKupang, referenceLists } from '../../local/seed/kota-kupang/kota-kupang.ts'
import { contextOf } from '../schema/sound-answers.ts'

const seed = kotaKupang({ at: '2026-02-10T01:00:00.000Z', by: 'system' })

test('every fact has the shape of the contract', () => {
  expect(regionSettingsSchema.parse(seed.settings)).toEqual(seed.settings)
  expect(calendarSchema.parse(seed.calendar)).toEqual(seed.calendar)
  expect(roundSchema.parse(seed.round)).toEqual(seed.round)
  for (const agency of seed.agencies) expect(agencySchema.parse(agency)).toEqual(agency)
  for (const person of seed.people) expect(personSchema.parse(person)).toEqual(person)
  for (const list of seed.references) expect(referenceListSchema.parse(list)).toEqual(list)
})

test('11 OPD, 6 kecamatan and the coordinator, each with a working mail box for operator and head', () => {
  const kinds = seed.agencies.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'opd').length).toBe(11)
  expect(kinds.filter((kind) => kind === 'kecamatan').length).toBe(6)
  const emails = seed.people.map(({ email }) => email)
  expect(new Set(emails).size).toBe(emails.length)
  expect(new Set(seed.people.map(({ id }) => id)).size).toBe(seed.people.length)
  for (const { id } of seed.agencies.filter(({ kind }) => kind !== 'coordinator')) {
    expect(emails).toContain(`operator@${id}.example`)
    expect(emails).toContain(`kepala@${id}.example`)
  }
  expect(emails).toContain('koordinator@bappeda.example')
  expect(emails).toContain('viewer@bappeda.example')
  expect(emails.every((email) => email.endsWith('.example'))).toBe(true)
})

test('the round asks each agency for its forms, and only for forms that are published', () => {
  const { assignments } = seed.round
  const count = (formId: string) => assignments.filter((each) => each.formId === formId).length
  expect(count('aksi3a-penandaan-anggaran')).toBe(17)
  expect(count('reviu-aksi-2025')).toBe(17)
  expect(count('monev-cakupan-layanan')).toBe(6)
  expect(count('data-sasaran')).toBe(6)
  expect(count('data-pendukung')).toBe(5)
  const known = new Set(seed.agencies.map(({ id }) => id))
  for (const { agencyId, formId, formVersion } of assignments) {
    expect(known).toContain(agencyId)
    expect(formDefinition(formId, formVersion), formId).toBeDefined()
  }
  expect(new Set(assignments.map(({ agencyId, formId }) => `${agencyId} ${formId}`)).size).toBe(assignments.length)
})

test('Friday 13 February is the last day before the final date that is neither a holiday nor a weekend', () => {
  const closed = new Set(seed.calendar.holidays.map(({ date }) => date))
  const days = ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16', '2026-02-17']
  const working = days.filter((day) => !closed.has(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  expect(working).toEqual(['2026-02-13'])
  expect(seed.round.targetOn).toBe('2026-02-13')
  expect(seed.round.closesOn).toBe('2026-02-17')
  expect(closed.size).toBe(seed.calendar.holidays.length)
})

describe('reference lists', () => {
  test('51 kelurahan of Kota Kupang, each in one kecamatan', () => {
    const entries = referenceLists.kelurahan ?? []
    expect(entries.length).toBe(51)
    expect(new Set(entries.map(({ value }) => value)).size).toBe(51)
    for (const { value, scope } of entries) {
      expect(value).toMatch(/^53\.71\.0[1-6]\.1\d{3}$/)
      expect(scope).toHaveLength(1)
    }
  })

  test('29 indicators, two of them better when low', () => {
    const entries = referenceLists['indikator-layanan'] ?? []
    expect(entries.map(({ value }) => value)).toEqual(
      Array.from({ length: 29 }, (_, index) => `ind-${String(index + 1).padStart(2, '0')}`),
    )
    expect(entries.filter(({ facts }) => facts?.direction === 'lower').map(({ value }) => value)).toEqual([
      'ind-12',
      'ind-13',
    ])
  })

  test('values are unique, facts name entries that exist, scopes name agencies that exist', () => {
    const agencies = new Set(seed.agencies.map(({ id }) => id))
    for (const [id, entries] of Object.entries(referenceLists)) {
      expect(new Set(entries.map(({ value }) => value)).size, id).toBe(entries.length)
      for (const { scope = [] } of entries) for (const agency of scope) expect(agencies).toContain(agency)
    }
    const has = (list: string, value: string | undefined) =>
      value === undefined || (referenceLists[list] ?? []).some((entry) => entry.value === value)
    for (const { facts } of referenceLists.kelurahan ?? []) expect(has('puskesmas', facts?.puskesmas)).toBe(true)
    for (const { facts } of referenceLists['indikator-layanan'] ?? []) {
      expect(has('sumber-data', facts?.sumberPembilang)).toBe(true)
    }
  })

  test('sub-activity codes are city codes and say that nobody verified them', () => {
    for (const { value, facts } of referenceLists['sub-kegiatan'] ?? []) {
      expect(value).toMatch(/^[1-9]\.\d{2}\.\d{2}\.2\.\d{2}\.\d{4}$/)
      expect(facts?.verified).toBe('no')
    }
  })

  const wards: Field = {
    id: 'w',
    type: 'choice',
    label: { id: 'W', en: 'W' },
    required: true,
    choices: { reference: 'kelurahan' },
  }
  test.each([
    ['kec-kota-raja', 'Bakunase II', '53.71.05.1002'],
    ['kec-kota-raja', 'naikoten i', '53.71.05.1004'],
    ['kec-alak', 'Batuplat', '53.71.01.1009'],
    ['kec-alak', 'Pensake Oeleta', '53.71.01.1012'],
    ['kec-kota-lama', 'Lahilai Bissi Kopan', '53.71.06.1002'],
    ['kec-oebobo', 'TDM', '53.71.04.1014'],
    ['kec-oebobo', '5371041014', '53.71.04.1014'],
    ['kec-alak', 'TDM', undefined],
  ])('in %s "%s" is %s', (agencyId, typed, code) => {
    expect(matchChoice(wards, typed, contextOf(agencyId))).toBe(code)
    expect(choicesOf(wards, contextOf(agencyId)).length).toBeGreaterThan(4)
  })
})
