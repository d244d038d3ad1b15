/** Calendar dates `YYYY-MM-DD` by themselves, without a zone: counted in UTC days, so no clock change can touch them. */
import type { LocalDate } from '../schema/ids.ts'

const dayMs = 86_400_000

/** Is it a date that the calendar has? `2026-02-30` is none. */
export function isLocalDate(text: string): boolean {
  return Number.isFinite(dayStart(text))
}

/** The date `days` later (negative: earlier). Throws a RangeError on what is no date. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const start = startOf(date) + days * dayMs
  const known = dates.get(start) ?? new Date(start).toISOString().slice(0, 10)
  // Stryker disable next-line all: only keeps the memory small
  if (dates.size >= mostKnown) dates.clear()
  dates.set(start, known)
  return known
}

/** A board asks for the same few days tens of thousands of times. */
const dates = new Map<number, LocalDate>()
const starts = new Map<string, number>()
const mostKnown = 2_000

/** 1 = Monday to 7 = Sunday. Throws a RangeError on what is no date. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(startOf(date)).getUTCDay() || 7
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (startOf(to) - startOf(from)) / dayMs
}

function startOf(date: LocalDate): number {
  const known = starts.get(date)
  if (known !== undefined) return known
  const start = dayStart(date)
  if (Number.isNaN(start)) throw new RangeError(`not a local date: ${date}`)
  // Stryker disable next-line all: only keeps the memory small
  if (starts.size >= mostKnown) starts.clear()
  starts.set(date, start)
  return start
}

/** Engines differ on the 30th of February (some roll over), so what is read must write itself again. */
function dayStart(date: string): number {
  // Stryker disable next-line Regex: what is longer behind is no instant that can be parsed
  const start = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN
  return Number.isFinite(start) && new Date(start).toISOString().startsWith(date) ? start : Number.NaN
}
