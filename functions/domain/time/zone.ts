/**
 * The only place where instants and local dates meet. A deadline is a local date in the region's IANA zone; its closing
 * instant is exclusive: the first instant of the next day, so that the test is `now < closesAt` and 23.59.59,999 is still
 * in time. Midnight in Kupang is 16.00 UTC of the day before: nothing else may cut an ISO instant into a date.
 * The tree-shaken functions of the Temporal polyfill keep it at 21 KB in a bundle; the whole polyfill would be 56 KB.
 */
import * as Instants from 'temporal-polyfill/fns/Instant'
import * as Dates from 'temporal-polyfill/fns/PlainDate'
import * as DateTimes from 'temporal-polyfill/fns/PlainDateTime'
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime'
import type { LocalDate } from '../../schema/ids.ts'

/** The calendar date that a wall clock in `zone` shows at `at`. */
export function localDateOf(at: Date, zone: string): LocalDate {
  return Dates.toString(Zoned.toPlainDate(zonedAt(at, zone)))
}

/** The wall-clock time `HH:MM` in `zone` at `at`, seconds cut off. */
export function localTimeOf(at: Date, zone: string): string {
  const { hour, minute } = zonedAt(at, zone)
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

/** A plan asks for the same few instants thousands of times. Zones keep their rules as long as the process lives. */
const known = new Map<string, number>()
const mostKnown = 5_000

/** The instant at which a wall clock in `zone` shows `date` and `time` (`HH:MM`). Throws a RangeError on impossible dates. */
export function instantOf(date: LocalDate, time: string, zone: string): Date {
  const key = `${date} ${time} ${zone}`
  const milliseconds = known.get(key) ?? millisecondsOf(date, time, zone)
  if (known.size >= mostKnown) known.clear()
  known.set(key, milliseconds)
  return new Date(milliseconds)
}

function millisecondsOf(date: LocalDate, time: string, zone: string): number {
  const { year, month, day } = parts(date)
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number)
  return DateTimes.toZonedDateTime(DateTimes.create(year, month, day, hour, minute), zone).epochMilliseconds
}

/** The exclusive closing instant of `date`: the start of the following day in `zone`. */
export function endOfDay(date: LocalDate, zone: string): Date {
  return instantOf(addDays(date, 1), '00:00', zone)
}

/** The date `days` later (negative: earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Dates.toString(Dates.addDays(plainDate(date), days))
}

/** 1 = Monday to 7 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return Dates.dayOfWeek(plainDate(date))
}

function zonedAt(at: Date, zone: string): Zoned.Record {
  return Instants.toZonedDateTimeISO(Instants.fromEpochMilliseconds(at.getTime()), zone)
}

function plainDate(date: LocalDate): Dates.Record {
  const { year, month, day } = parts(date)
  return Dates.create(year, month, day)
}

function parts(date: LocalDate): { year: number; month: number; day: number } {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (year === undefined) throw new RangeError(`not a local date: ${date}`)
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
