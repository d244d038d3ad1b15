/**
 * From local dates and times to instants; the way back is `wall-clock.ts`. A deadline is a local date in the region's IANA
 * zone; its closing instant is exclusive: the first instant of the next day, so that the test is `now < closesAt` and
 * 23.59.59,999 is still in time. Midnight in Kupang is 16.00 UTC of the day before: nothing else may cut an ISO instant into a date.
 * The test compares with Temporal over all zones.
 */
import type { LocalDate } from '../schema/ids.ts'
import { addDays } from './dates.ts'
import { wallClock } from './wall-clock.ts'

/** A plan asks for the same few instants thousands of times. Zones keep their rules as long as the process lives. */
const known = new Map<string, number>()
const mostKnown = 5_000

/**
 * The instant at which a wall clock in `zone` shows `date` and `time` (`HH:MM`). A time that the clock skips is as much later
 * as it skips, one that it shows twice is the first. Throws a RangeError on impossible dates and times.
 */
export function instantOf(date: LocalDate, time: string, zone: string): Date {
  const key = `${date} ${time} ${zone}`
  const milliseconds = known.get(key) ?? millisecondsOf(date, time, zone)
  // Stryker disable next-line all: only keeps the memory small
  if (known.size >= mostKnown) known.clear()
  known.set(key, milliseconds)
  return new Date(milliseconds)
}

/** The exclusive closing instant of `date`: the start of the following day in `zone`. */
export function endOfDay(date: LocalDate, zone: string): Date {
  return instantOf(addDays(date, 1), '00:00', zone)
}

const dayMs = 86_400_000

function millisecondsOf(date: LocalDate, time: string, zone: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time of day: ${time}`)
  const asUtc = Date.parse(`${addDays(date, 0)}T${time}:00.000Z`)
  const before = asUtc - offsetAt(asUtc - dayMs, zone)
  const after = asUtc - offsetAt(asUtc + dayMs, zone)
  const shows = (at: number) => at + offsetAt(at, zone) === asUtc
  return shows(before) || !shows(after) ? before : after
}

/** What the zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const second = Math.floor(at / 1_000) * 1_000
  return Date.parse(`${wallClock(second, zone)}.000Z`) - second
}
