/**
 * Dates, deadlines and instants as people read them. Weekdays are always computed from the date, since circulated papers
 * often print wrong ones, and the zone's name is always said. Numbers, rupiah and plain dates are worded by
 * schema/answers/format-value.ts, so that page and mail spell all of these alike.
 */
import { formatDate } from '../schema/formats.ts'
import type { LocalDate } from '../schema/ids.ts'
import type { Language } from '../schema/wording.ts'
import { dayOfWeek } from './dates.ts'
import { localDateOf, localTimeOf } from './wall-clock.ts'

/** The region's zone and what people call it, e.g. `Asia/Makassar`, `WITA`. */
export type Place = { zone: string; zoneName: string }

const weekdays = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** `Jumat`. */
export function formatWeekday(date: LocalDate, language: Language): string {
  return weekdays[language][dayOfWeek(date) - 1] ?? ''
}

/** `Jumat, 13 Februari 2026`. */
export function formatDay(date: LocalDate, language: Language): string {
  return `${formatWeekday(date, language)}, ${formatDate(date, language)}`
}

/** `09.41`, in English `09:41`; without the zone's name. */
export function formatClock(at: Date, { zone }: Place, language: Language): string {
  const time = localTimeOf(at, zone)
  return language === 'id' ? time.replace(':', '.') : time
}

/** `09.41 WITA`, in English `09:41 WITA`. */
export function formatTime(at: Date, place: Place, language: Language): string {
  return `${formatClock(at, place, language)} ${place.zoneName}`
}

/** `10 Februari 2026 pukul 09.41 WITA`. */
function formatInstant(at: Date, place: Place, language: Language): string {
  const date = formatDate(localDateOf(at, place.zone), language)
  return `${date} ${language === 'id' ? 'pukul' : 'at'} ${formatTime(at, place, language)}`
}

/** `Selasa, 10 Februari 2026 pukul 09.41 WITA`. */
export function formatDayAndTime(at: Date, place: Place, language: Language): string {
  return `${formatWeekday(localDateOf(at, place.zone), language)}, ${formatInstant(at, place, language)}`
}

/** A deadline by its exclusive closing instant, shown as its last minute: `Jumat, 13 Februari 2026 pukul 23.59 WITA`. */
export function formatDeadline(closesAt: Date, place: Place, language: Language): string {
  return formatDayAndTime(new Date(closesAt.getTime() - 1), place, language)
}
