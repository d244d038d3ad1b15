/** From a wall clock of the region to the instant: for dates and times that people type. */
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import { clockTime, localDateAt } from '../wording/moments.ts'

/** The instant at which the region's wall clock shows this time: read the time as UTC, then take off what the zone adds. */
export function instantOf(wallClock: string, zoneId: string): Date {
  const asUtc = Date.parse(`${wallClock}:00.000Z`)
  const at = new Date(asUtc)
  const shown = `${localDateAt(at, { zone: zoneId, zoneName: '' })}T${clockTime(at, { zone: zoneId, zoneName: '' }).replace('.', ':')}`
  return new Date(asUtc - (Date.parse(`${shown}:00.000Z`) - asUtc))
}

/** The exclusive end of a day in the region. */
export function endOfDay(day: LocalDate, zoneId: string): Instant {
  const next = new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10)
  return instantOf(`${next}T00:00`, zoneId).toISOString()
}
