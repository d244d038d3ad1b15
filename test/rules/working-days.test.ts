/** Working days around the holidays of February 2026: Monday the 16th and Tuesday the 17th are free. */
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  holidayOn,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  workingDaysBetween,
  workingDaysLeft,
} from '../../functions/rules/working-days.ts'
import { calendar2026 as calendar } from '../fixtures/region.ts'
import { at } from '../fixtures/round.ts'

const feb = (day: number) => `2026-02-${String(day).padStart(2, '0')}`

describe('an office', () => {
  it('of five days rests on Saturday and Sunday, of six on Sunday, both on holidays', () => {
    const open = (week: 5 | 6) =>
      Array.from({ length: 12 }, (_, i) => 9 + i).filter((day) => isWorkingDay(feb(day), calendar, week))
    expect(open(5)).toEqual([9, 10, 11, 12, 13, 18, 19, 20])
    expect(open(6)).toEqual([9, 10, 11, 12, 13, 14, 18, 19, 20])
    expect(holidayOn(feb(17), calendar)?.kind).toBe('national')
    expect(holidayOn(feb(18), calendar)).toBeUndefined()
  })

  it('reads its calendar once, however often a day is asked, and anew when a day was added', () => {
    let reads = 0
    const counted = (day: number) => ({
      ...calendar.holidays[0]!,
      get date() {
        reads += 1
        return feb(day)
      },
    })
    const holidays = [counted(16)]
    const asked = () => [16, 17].map((day) => isWorkingDay(feb(day), { holidays }, 5))
    expect([asked(), asked(), reads]).toEqual([[false, true], [false, true], 1])
    holidays.push(counted(17))
    expect([asked(), asked(), reads]).toEqual([[false, false], [false, false], 3])
  })

  it('counts on and back over what it rests, and 0 is the day itself, whatever day that is', () => {
    expect([-2, -1, 0, 1, 2].map((count) => addWorkingDays(feb(13), count, calendar, 5))).toEqual(
      [11, 12, 13, 18, 19].map(feb),
    )
    expect(addWorkingDays(feb(15), 0, calendar, 5)).toBe(feb(15))
    expect(addWorkingDays(feb(15), 1, calendar, 5)).toBe(feb(18))
    expect(addWorkingDays(feb(15), -1, calendar, 6)).toBe(feb(14))
  })

  it('has a last working day on or before each date', () => {
    expect([13, 14, 17, 18].map((day) => lastWorkingDayOnOrBefore(feb(day), calendar, 5))).toEqual(
      [13, 13, 13, 18].map(feb),
    )
    expect(lastWorkingDayOnOrBefore(feb(17), calendar, 6)).toBe(feb(14))
  })

  it('lists the days from one to another, both included, and none backwards', () => {
    expect(workingDaysBetween(feb(13), feb(18), calendar, 5)).toEqual([feb(13), feb(18)])
    expect(workingDaysBetween(feb(13), feb(13), calendar, 5)).toEqual([feb(13)])
    expect(workingDaysBetween(feb(14), feb(17), calendar, 5)).toEqual([])
    expect(workingDaysBetween(feb(18), feb(13), calendar, 5)).toEqual([])
  })

  it('that rests for 399 days is found again, and one that never works is a mistake', () => {
    const rest = (days: number) => ({
      holidays: Array.from({ length: days }, (_, i) => ({
        date: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
        name: { id: '', en: '' },
        kind: 'own' as const,
      })),
    })
    // 399 days from Thursday 1 January 2026 end on Wednesday 3 February 2027.
    expect(addWorkingDays('2025-12-31', 1, rest(399), 6)).toBe('2027-02-04')
    expect(() => addWorkingDays('2025-12-31', 1, rest(400), 6)).toThrow(RangeError)
  })
})

describe('the working days that are left', () => {
  const left = (day: number, time: string, closesOn = feb(17)) =>
    workingDaysLeft(at(day, time), closesOn, { zone: 'Asia/Makassar', calendar, week: 5, evening: '17:00' })

  it('count today until the evening hour', () => {
    expect([left(12, '09:00'), left(12, '16:59'), left(12, '17:00'), left(12, '23:59')]).toEqual([2, 2, 1, 1])
  })

  it('are 0 from the evening of the last one, although the window is open over the holidays', () => {
    expect([left(13, '16:59'), left(13, '17:00'), left(14, '09:00'), left(17, '09:00')]).toEqual([1, 0, 0, 0])
    expect(left(18, '09:00')).toBe(0)
  })

  it('begin with the local day: 16.00 UTC is tomorrow in Kupang', () => {
    expect(left(18, '00:00', feb(18))).toBe(1)
    expect(left(17, '23:59', feb(18))).toBe(1)
  })
})
