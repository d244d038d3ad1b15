/** Which holidays are certain before a year's joint decree, and when a year counts as entered. */
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek } from '../../functions/rules/dates.ts'
import { certainHolidays, hasYear, missingCertain } from '../../functions/rules/holidays.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import { holidaysByYear } from '../../ops/national/holidays.ts'

const named = (year: number, part: string) => certainHolidays(year).find(({ name }) => name.id.includes(part))?.date
const day = (date: string, kind: Holiday['kind'] = 'national') => ({ date, kind })

describe('what is certain', () => {
  it('is what the joint decrees said: Easter and Ascension of the years 2021, 2024, 2025 and 2026', () => {
    const told = { 2021: ['2021-04-04', '2021-05-13'], 2024: ['2024-03-31', '2024-05-09'] }
    const all = { ...told, 2025: ['2025-04-20', '2025-05-29'], 2026: ['2026-04-05', '2026-05-14'] }
    for (const [year, dates] of Object.entries(all))
      expect([named(Number(year), 'Paskah'), named(Number(year), 'Kenaikan')]).toEqual(dates)
    const decreed = holidaysByYear[2026]?.holidays.map(({ date }) => date)
    expect(certainHolidays(2026).every(({ date }) => decreed?.includes(date))).toBe(true)
  })

  it('of 2027 is eight days, in the order of their dates', () => {
    expect(certainHolidays(2027).map(({ date }) => date)).toEqual([
      ...['2027-01-01', '2027-03-26', '2027-03-28', '2027-05-01'],
      ...['2027-05-06', '2027-06-01', '2027-08-17', '2027-12-25'],
    ])
  })

  it('stands in order also where Ascension comes before May or after Pancasila Day', () => {
    const dates = [2285, 2038].flatMap((year) => certainHolidays(year).map(({ date }) => date))
    expect(dates.slice(0, 8)).toEqual(dates.slice(0, 8).toSorted())
    expect(dates.slice(8)).toEqual(dates.slice(8).toSorted())
    expect([named(2285, 'Kenaikan'), named(2038, 'Kenaikan')]).toEqual(['2285-04-30', '2038-06-03'])
  })

  it('Easter is a Sunday between 22 March and 25 April', () => {
    for (let year = 2020; year < 2220; year++) {
      const easter = named(year, 'Paskah') ?? ''
      expect(dayOfWeek(easter), easter).toBe(7)
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`, easter).toBe(true)
      expect(named(year, 'Wafat')).toBe(addDays(easter, -2))
    }
    // The ends of the calendar: the earliest and the latest of two centuries.
    expect([named(2285, 'Paskah'), named(2038, 'Paskah')]).toEqual(['2285-03-22', '2038-04-25'])
  })
})

describe('a year is entered', () => {
  it('when something of its decree stands there, not by certain or own days', () => {
    expect(hasYear([], 2027)).toBe(false)
    for (const year of ['0001', '12027', '20270']) expect(hasYear([day(`${year}-03-10`)], year), year).toBe(false)
    expect(hasYear(certainHolidays(2027), 2027)).toBe(false)
    expect(hasYear([day('2027-04-25', 'own'), day('2027-01-01')], '2027')).toBe(false)
    expect(hasYear([day('2027-03-10')], 2027)).toBe(true)
    expect(hasYear([day('2027-03-11', 'joint-leave')], 2027)).toBe(true)
    expect(hasYear([day('2026-03-11', 'joint-leave')], 2027)).toBe(false)
  })

  it('only what is missing of the certain days is offered', () => {
    expect(missingCertain([], 2027)).toHaveLength(8)
    const missing = missingCertain([day('2027-05-01', 'own')], 2027).map(({ date }) => date)
    expect(missing).toHaveLength(7)
    expect(missing).not.toContain('2027-05-01')
    expect(missingCertain(certainHolidays(2027), 2027)).toEqual([])
  })
})
