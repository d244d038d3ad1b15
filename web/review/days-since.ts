/** How long a submission has waited: whole days of the region's calendar, until the present minute. */
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { localDateAt } from '../wording/moments.ts'

export function daysSince(at: string): number {
  const day = (instant: string | Date) => Date.parse(localDateAt(instant, zone.value))
  return (day(presentMinute.value) - day(at)) / 86_400_000
}
