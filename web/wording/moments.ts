/** Dates and instants in the reader's language, by the rules that mails follow: `Jumat, 13 Februari 2026 pukul 23.59 WITA`. */
import { formatClock, formatDay, formatDayAndTime, formatDeadline, type Place } from '../../functions/rules/moments.ts'
import { localDateOf } from '../../functions/rules/wall-clock.ts'
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import { language } from './language.ts'

/** The region's zone: IANA name and what people call it. */
export type Zone = Readonly<Place>

/** `13.45` in Indonesian, `13:45` in English; without the zone's name. */
export function clockTime(at: Instant | Date, zone: Zone): string {
  return formatClock(new Date(at), zone, language.value)
}

/** `Jumat, 13 Februari 2026`. */
export function longDate(at: Instant | Date, zone: Zone): string {
  return longLocalDate(localDateAt(at, zone))
}

/** `Jumat, 13 Februari 2026 pukul 09.41 WITA`. */
export function fullMoment(at: Instant | Date, zone: Zone): string {
  return formatDayAndTime(new Date(at), zone, language.value)
}

/** A deadline stored as an exclusive instant, shown as its last minute: `... pukul 23.59 WITA`. */
export function deadline(closesAt: Instant, zone: Zone): string {
  return formatDeadline(new Date(closesAt), zone, language.value)
}

/** A calendar date with its weekday, whatever the reader's zone. */
export function longLocalDate(date: LocalDate): string {
  return formatDay(date, language.value)
}

/** The region's calendar date at an instant, `YYYY-MM-DD`. */
export function localDateAt(at: Instant | Date, { zone }: Zone): LocalDate {
  return localDateOf(new Date(at), zone)
}
