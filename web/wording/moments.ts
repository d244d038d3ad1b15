/**
 * Instants as people here read them: `Jumat, 13 Februari 2026 pukul 23.59 WITA`. The weekday is always computed (papers in
 * circulation often have it wrong) and the zone is always named. A closing instant is exclusive, so it is shown as its last minute.
 */
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import { language } from './language.ts'

/** The region's zone: IANA name and what people call it. */
export type Zone = { readonly zone: string; readonly zoneName: string }

const locales = { id: 'id-ID', en: 'en-GB' } as const

/** `13.45` in Indonesian, `13:45` in English; without the zone's name. */
export function clockTime(at: Instant | Date, { zone }: Zone): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: zone,
  }).format(new Date(at))
  return language.value === 'id' ? parts.replace(':', '.') : parts
}

/** `Jumat, 13 Februari 2026`. */
export function longDate(at: Instant | Date, { zone }: Zone): string {
  return new Intl.DateTimeFormat(locales[language.value], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(new Date(at))
}

/** `Jumat, 13 Februari 2026 pukul 09.41 WITA`. */
export function fullMoment(at: Instant | Date, zone: Zone): string {
  const before = language.value === 'id' ? 'pukul' : 'at'
  return `${longDate(at, zone)} ${before} ${clockTime(at, zone)} ${zone.zoneName}`
}

/** A deadline stored as an exclusive instant, shown as its last minute: `... pukul 23.59 WITA`. */
export function deadline(closesAt: Instant, zone: Zone): string {
  return fullMoment(new Date(Date.parse(closesAt) - 1), zone)
}

/** A calendar date with its weekday, whatever the reader's zone. */
export function longLocalDate(date: LocalDate): string {
  return longDate(`${date}T00:00:00.000Z`, { zone: 'UTC', zoneName: '' })
}

/** The region's calendar date at an instant, `YYYY-MM-DD`. */
export function localDateAt(at: Instant | Date, { zone }: Zone): LocalDate {
  const parts = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
    .format(new Date(at))
    .split('/')
  return `${parts[2]}-${parts[1]}-${parts[0]}`
}
