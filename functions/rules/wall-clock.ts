/** What a wall clock shows at an instant. `Intl` knows the zones in Node and in every browser since Chrome 57. */
import type { LocalDate } from '../schema/ids.ts'

/** The calendar date that a wall clock in `zone` shows at `at`. */
export function localDateOf(at: Date, zone: string): LocalDate {
  return wallClock(at.getTime(), zone).slice(0, 10)
}

/** The wall-clock time `HH:MM` in `zone` at `at`, seconds cut off. */
export function localTimeOf(at: Date, zone: string): string {
  return wallClock(at.getTime(), zone).slice(11, 16)
}

/** `2026-02-13T08:30:00.000`, as a form's rules are told the moment; its zone is the region's. */
export function localMomentOf(at: Date, zone: string): string {
  return `${wallClock(at.getTime(), zone)}.${at.toISOString().slice(20, 23)}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** `2026-02-13T23:59:59`, as the wall clock shows it. */
export function wallClock(at: number, zone: string): string {
  const key = `${at} ${zone}`
  const kept = shownAt.get(key) ?? shownBy(at, zone)
  // Stryker disable next-line all: only keeps the memory small
  if (shownAt.size >= mostKept) shownAt.clear()
  shownAt.set(key, kept)
  return kept
}

/** One moment is asked about for each form of a round. */
const shownAt = new Map<string, string>()
const mostKept = 500

function shownBy(at: number, zone: string): string {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of clockOf(zone).formatToParts(at)) shown[type] = value
  const { year = '', month, day, hour, minute, second } = shown
  // Chrome before 80 calls midnight 24.
  // Stryker disable next-line ConditionalExpression: only there, and never where the tests run
  return `${year.padStart(4, '0')}-${month}-${day}T${hour === '24' ? '00' : hour}:${minute}:${second}`
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const kept = clocks.get(zone)
  // Stryker disable next-line ConditionalExpression: the same clock, made again
  if (kept !== undefined) return kept
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false } as const
  const made = new Intl.DateTimeFormat('en-GB', { ...numeric, ...time, timeZone: zone })
  // Stryker disable next-line CallExpression: the same clock, made again
  clocks.set(zone, made)
  return made
}

/** Do two instants fall on one day of the zone? */
export function isSameDay(a: Date, b: Date, zone: string): boolean {
  return localDateOf(a, zone) === localDateOf(b, zone)
}
