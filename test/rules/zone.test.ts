/** Instants and local dates by `Intl` are those of Temporal, in every zone, at every hour, also where clocks change. */
import fc from 'fast-check'
import * as Dates from 'temporal-polyfill/fns/PlainDate'
import * as DateTimes from 'temporal-polyfill/fns/PlainDateTime'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek, daysBetween, isLocalDate } from '../../functions/rules/dates.ts'
import { localDateOf, localTimeOf } from '../../functions/rules/wall-clock.ts'
import { endOfDay, instantOf } from '../../functions/rules/zone.ts'

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const years = { min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true }
const dates = fc.date(years).map((at) => at.toISOString().slice(0, 10))
const times = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

function byTemporal(date: string, time: string, zone: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return DateTimes.toZonedDateTime(DateTimes.create(year, month, day, hour, minute), zone).epochMilliseconds
}

describe('a wall clock', () => {
  it('shows a time at the instant that Temporal names', () => {
    fc.assert(
      fc.property(dates, times, zones, (date, time, zone) => {
        expect(instantOf(date, time, zone).getTime()).toBe(byTemporal(date, time, zone))
      }),
      { numRuns: 2_000 },
    )
  })

  it('that jumps or repeats an hour is read as Temporal reads it', () => {
    const changes = [
      ['America/New_York', '2026-03-08', '2026-11-01'],
      ['Europe/Berlin', '2026-03-29', '2026-10-25'],
      ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
      ['Africa/Casablanca', '2026-02-15', '2026-03-22'],
      ['Pacific/Apia', '2011-12-30', '2011-12-31'],
      ['America/Santiago', '2026-04-05', '2026-09-06'],
    ] as const
    for (const [zone, ...days] of changes) {
      for (const day of days) {
        for (const date of [addDays(day, -1), day, addDays(day, 1)]) {
          for (let minute = 0; minute < 1_440; minute += 30) {
            const time = new Date(minute * 60_000).toISOString().slice(11, 16)
            const said = `${zone} ${date} ${time}`
            expect(instantOf(date, time, zone).getTime(), said).toBe(byTemporal(date, time, zone))
          }
        }
      }
    }
  })

  it('read at an instant and set again is that minute, but for an hour shown twice', () => {
    fc.assert(
      fc.property(fc.date(years), fc.constantFrom('Asia/Makassar', 'Asia/Jakarta', 'Asia/Jayapura'), (at, zone) => {
        const minute = Math.floor(at.getTime() / 60_000) * 60_000
        expect(instantOf(localDateOf(at, zone), localTimeOf(at, zone), zone).getTime()).toBe(minute)
      }),
    )
  })

  it('ends a day at the first instant of the next, and refuses what is no date or time', () => {
    expect(endOfDay('2026-02-28', 'Asia/Makassar').toISOString()).toBe('2026-02-28T16:00:00.000Z')
    expect(endOfDay('2026-12-31', 'Asia/Jakarta').toISOString()).toBe('2026-12-31T17:00:00.000Z')
    expect(localTimeOf(new Date('2026-02-13T16:00:00Z'), 'Asia/Makassar')).toBe('00:00')
    expect(localDateOf(new Date('2026-02-13T15:59:59.999Z'), 'Asia/Makassar')).toBe('2026-02-13')
    for (const bad of ['2026-02-30', '2026-13-01', '13/02/2026', '', '2026-2-1', '-002026-02-13', '2026-02-13 ']) {
      expect(() => endOfDay(bad, 'Asia/Makassar'), bad).toThrow(RangeError)
      expect(isLocalDate(bad), bad).toBe(false)
      expect(() => dayOfWeek(bad), bad).toThrow(RangeError)
      expect(() => daysBetween('2026-02-13', bad), bad).toThrow(RangeError)
    }
    for (const bad of ['24:00', '7:00', '12:60', ''])
      expect(() => instantOf('2026-02-13', bad, 'Asia/Makassar')).toThrow()
  })
})

describe('a calendar date', () => {
  it('is counted on as Temporal counts', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -1_000, max: 1_000 }), (date, days) => {
        const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
        const plain = Dates.create(year, month, day)
        expect(addDays(date, days)).toBe(Dates.toString(Dates.addDays(plain, days)))
        expect(dayOfWeek(date)).toBe(Dates.dayOfWeek(plain))
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })
})
