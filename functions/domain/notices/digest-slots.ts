/**
 * When the coordinators of a round get their digest: in the morning of each working day after the opening day while any
 * agency may still write, and in the evening of the target day and of the final day (of each, where agencies differ); the
 * closing report goes on the morning after the latest final date. Each slot is judged by the dates as they stood at its
 * own instant, so that later extensions neither create nor erase past digests.
 */
import type { LocalDate } from '../../schema/ids.ts'
import type { RegionFacts } from '../region/regions.ts'
import type { RoundFacts } from '../round/rounds.ts'
import { datesFor, type RoundDates, windowSegments } from '../round/windows.ts'
import { isWorkingDay, lastWorkingDayOnOrBefore } from '../time/working-days.ts'
import { addDays, instantOf } from '../time/zone.ts'

export type DigestSlot = { at: Date; kind: 'digest' | 'closing-report' }

/** All slots over the round's history and future, ascending. */
export function digestSlots(facts: RoundFacts, region: RegionFacts): readonly DigestSlot[] {
  const { round } = facts
  const { zone } = region.settings
  const slots: DigestSlot[] = []
  const last = addDays(lastDateEver(facts, zone), 1)
  for (let day = addDays(round.opensOn, 1); day <= last; day = addDays(day, 1)) {
    for (const time of new Set([round.alertPlan.morning, round.alertPlan.evening])) {
      const at = instantOf(day, time, zone)
      const kind = kindAt(at, day, time === round.alertPlan.morning, facts, region)
      if (kind !== undefined) slots.push({ at, kind })
    }
  }
  return slots
}

/** The digest before a slot, or the opening: what the digest's changes are counted from. */
export function previousDigestAt(at: Date, facts: RoundFacts, region: RegionFacts): Date {
  const { round } = facts
  const earlier = digestSlots(facts, region).filter((slot) => slot.at < at)
  return earlier.at(-1)?.at ?? instantOf(round.opensOn, round.opensAtTime, region.settings.zone)
}

function kindAt(
  at: Date,
  day: LocalDate,
  morning: boolean,
  facts: RoundFacts,
  region: RegionFacts,
): DigestSlot['kind'] | undefined {
  const { calendar } = region
  const week = region.agencies.find(({ kind }) => kind === 'coordinator')?.workingWeek ?? 5
  const all = agenciesIn(facts).map((agencyId) => datesFor(facts, region.settings.zone, agencyId, at))
  const open = all.some(({ closesAt }) => at < closesAt)
  if (morning && open) return isWorkingDay(day, calendar, week) ? 'digest' : undefined
  if (morning) return addDays(latestClosing(all), 1) === day ? 'closing-report' : undefined
  const marked = all.some(
    ({ targetOn, closesOn }) => closesOn === day || lastWorkingDayOnOrBefore(targetOn, calendar, week) === day,
  )
  return open && marked ? 'digest' : undefined
}

function latestClosing(all: readonly RoundDates[]): LocalDate {
  return latest(all.map(({ closesOn }) => closesOn))
}

/** ISO dates sort as text. */
function latest(dates: readonly LocalDate[]): LocalDate {
  return dates.toSorted().at(-1) ?? ''
}

function agenciesIn(facts: RoundFacts): string[] {
  return [...new Set(facts.round.assignments.map(({ agencyId }) => agencyId))]
}

function lastDateEver(facts: RoundFacts, zone: string): LocalDate {
  return latest(
    agenciesIn(facts).flatMap((agencyId) => windowSegments(facts, zone, agencyId).map(({ dates }) => dates.closesOn)),
  )
}
