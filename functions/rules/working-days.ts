/**
 * Working days: days of the agency's week (5 or 6) that are no holiday, joint leave or own day in the region's calendar.
 * The calendar is data that is revised: what is remembered belongs to the very list that it was made from.
 */
import type { LocalDate } from '../schema/ids.ts'
import type { Holiday } from '../schema/region.ts'
import { addDays, dayOfWeek } from './dates.ts'
import { localDateOf } from './wall-clock.ts'
import { instantOf } from './zone.ts'

export type WorkingWeek = 5 | 6
type Holidays = { readonly holidays: readonly Holiday[] }

/** A calendar that declares every day free would make the searches endless; no office rests longer than this. */
const longestRestDays = 400

/** The holiday on that date, if the calendar has one. */
export function holidayOn(date: LocalDate, calendar: Holidays): Holiday | undefined {
  const { holidays } = calendar
  let known = byDate.get(holidays)
  if (known?.length !== holidays.length) {
    known = { length: holidays.length, days: new Map(holidays.toReversed().map((holiday) => [holiday.date, holiday])) }
    byDate.set(holidays, known)
  }
  return known.days.get(date)
}

/** A board asks for each cell. The first of a date counts. */
const byDate = new WeakMap<readonly Holiday[], { length: number; days: ReadonlyMap<LocalDate, Holiday> }>()

/** Is it a day on which the office is staffed? */
export function isWorkingDay(date: LocalDate, calendar: Holidays, week: WorkingWeek): boolean {
  return dayOfWeek(date) <= week && holidayOn(date, calendar) === undefined
}

/** The `count`-th working day after `date` (negative: before it). 0 answers `date` itself. */
export function addWorkingDays(date: LocalDate, count: number, calendar: Holidays, week: WorkingWeek): LocalDate {
  // Stryker disable next-line EqualityOperator: with 0 no step is taken
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; left -= 1) day = nextWorkingDay(addDays(day, step), step, calendar, week)
  return day
}

/** `date` when it is a working day, otherwise the nearest one before it. */
export function lastWorkingDayOnOrBefore(date: LocalDate, calendar: Holidays, week: WorkingWeek): LocalDate {
  return nextWorkingDay(date, -1, calendar, week)
}

function nextWorkingDay(from: LocalDate, step: 1 | -1, calendar: Holidays, week: WorkingWeek): LocalDate {
  let day = from
  for (let tries = 0; tries < longestRestDays; tries += 1) {
    if (isWorkingDay(day, calendar, week)) return day
    day = addDays(day, step)
  }
  throw new RangeError(`no working day within ${longestRestDays} days of ${from}`)
}

/** The working days from `from` to `to`, both inclusive, ascending; none when `from` is later. */
export function workingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: Holidays,
  week: WorkingWeek,
): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar, week)) days.push(day)
  return days
}

/** `evening` (`HH:MM`): from then on nobody works on today any more. */
export type Office = { zone: string; calendar: Holidays; week: WorkingWeek; evening: string }

/**
 * Working days that are left, from today to `closesOn` inclusive. Today counts only before the evening hour, so a round
 * that closes on a holiday has 0 left from the evening of its last working day, although it is still open.
 */
export function workingDaysLeft(now: Date, closesOn: LocalDate, office: Office): number {
  const today = localDateOf(now, office.zone)
  const todayIsOver = now >= instantOf(today, office.evening, office.zone)
  return workingDaysBetween(todayIsOver ? addDays(today, 1) : today, closesOn, office.calendar, office.week).length
}
