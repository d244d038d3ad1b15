/** Dates are read as people here write them and as spreadsheets copy them; what is no day of the calendar is no date. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDate } from '../../functions/schema/fields/grammar/date.ts'
import { formatDate } from '../../functions/schema/formats.ts'

it.each([
  '2026-02-13',
  '13/02/2026',
  '13/2/26',
  '13-02-2026',
  '13.2.2026',
  '13 Februari 2026',
  'Jumat, 13 Februari 2026',
  "Jum'at, 13 Februari 2026",
  '13-Feb-26',
  '13 feb 2026',
  '2026-02-13T00:00:00Z',
  '13/02/2026 00:00:00',
  '13/02/2026 0:00',
  '46066',
  '46066,0',
])('%s is 13 February 2026', (typed) => expect(parseDate(typed)).toBe('2026-02-13'))

it.each([
  ['17 Agustus 2025', '2025-08-17'],
  ['17 Agt 2025', '2025-08-17'],
  ['1 Mei 2026', '2026-05-01'],
  ['1 May 2026', '2026-05-01'],
  ['31-Okt-2025', '2025-10-31'],
  ['31-Oct-25', '2025-10-31'],
  ['5 Desember 2025', '2025-12-05'],
])('%s is %s', (typed, date) => expect(parseDate(typed)).toBe(date))

it.each(['30/02/2026', '2/13/2026', '2026', '13 Foo 2026', 'besok', '12345', '99999', '', '13 Februari'])(
  '%s is no date',
  (typed) => expect(parseDate(typed)).toBeUndefined(),
)

const days = fc.date({ min: new Date('1955-01-01'), max: new Date('2118-12-31'), noInvalidDate: true })

it('a day is found again in its written form in both languages, and in its serial number', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('id', 'en'), (day, language) => {
      const date = day.toISOString().slice(0, 10)
      expect(parseDate(formatDate(date, language))).toBe(date)
      expect(parseDate(date.split('-').reverse().join('/'))).toBe(date)
      const serial = Math.round((Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000)
      expect(parseDate(String(serial))).toBe(date)
    }),
  )
})
