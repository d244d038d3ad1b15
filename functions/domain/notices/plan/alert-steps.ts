/**
 * The alert plan of one agency, laid over its dates: at which instants it may be mailed, and as which steps. A slot counts
 * only if the dates and settings that it was computed from were in force when it fell due, so neither an extension nor a new hour
 * creates slots in the past, and those of overtaken dates are no longer `current`. Steps of one part of a day are one slot; the most
 * urgent step speaks.
 */

import { addDays } from '../../../rules/dates.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  type WorkingWeek,
  workingDaysBetween,
} from '../../../rules/working-days.ts'
import { instantOf } from '../../../rules/zone.ts'
import type { AlertPlan } from '../../../schema/alert-plan.ts'
import type { LocalDate } from '../../../schema/ids.ts'
import { agencyOf, type RegionFacts } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type RoundDates, windowSegments, windowsOf } from '../../round/windows.ts'

import { isInForce, isMissed, settingsHistory } from './settings-history.ts'

export type AlertStep = AlertPlan['headSteps'][number]

/** From most to least urgent. */
const urgency: readonly AlertStep[] = [
  'closed',
  'final-day',
  'last-working-day',
  'target-day',
  'overdue',
  'before-target',
  'opening',
]

/**
 * A time of an agency's day: the morning, or the opening or closing of its window; on the target day also `later-1`, `later-2` ... and
 * the last of them, `last-call`. A step of the plan is known by its day and this name, never by its hour, which may be moved.
 */
export type DayPart = 'opening' | 'morning' | 'closed' | 'last-call' | `later-${number}`

/**
 * `at`: when it first fell due, or will; `headAt`: the same as a step of the agency's head, where it is one. `steps` most urgent
 * first. `current`: the dates in force still have it, and no decision about them came after it. `closesAt`: their final instant.
 */
export type AlertSlot = {
  at: Date
  headAt?: Date
  date: LocalDate
  part: DayPart
  steps: AlertStep[]
  current: boolean
  closesAt: Date
}

/** All slots of the agency over the round's whole history and future, ascending. */
export function alertSlots(facts: RoundFacts, region: RegionFacts, agencyId: string): readonly AlertSlot[] {
  const { zone } = region.settings
  const decidedAt = new Date(windowsOf(facts, agencyId).at(-1)?.at ?? 0)
  const slots = new Map<string, AlertSlot & { last: Date }>()
  for (const { from, until, round, region: then, dates } of stretchesOf(facts, region, agencyId)) {
    const week = agencyOf(then, agencyId)?.workingWeek ?? 5
    const office = { zone, calendar: then.calendar, week }
    for (const { forHeads, ...slot } of slotsOf(dates, round.alertPlan, office)) {
      const key = `${slot.date}.${slot.part}`
      const known = slots.get(key)
      const due = isInForce({ from, until }, slot.at)
      const last = due ? slot.at : known?.last
      if (last === undefined) continue
      const headAt = known?.headAt ?? (due && forHeads ? slot.at : undefined)
      const times = { at: known?.at ?? slot.at, last, ...(headAt === undefined ? {} : { headAt }) }
      const current = until === undefined && last >= decidedAt
      slots.set(key, { ...slot, ...times, current, closesAt: dates.closesAt })
    }
  }
  return [...slots.values()].map(({ last: _, ...slot }) => slot).toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** Steps of the day on which settings changed whose hour was past by then, and that no other settings ever sent: left out. */
export function leftOutSteps(facts: RoundFacts, region: RegionFacts, agencyId: string): readonly AlertSlot[] {
  const { zone } = region.settings
  const changed = stretchesOf(facts, region, agencyId).filter(({ isChange }) => isChange)
  if (changed.length === 0) return []
  const keyOf = ({ date, part }: Pick<AlertSlot, 'date' | 'part'>) => `${date}.${part}`
  const due = new Map(alertSlots(facts, region, agencyId).map((slot) => [keyOf(slot), slot]))
  return changed.flatMap(({ from, round, region: then, dates }) => {
    const week = agencyOf(then, agencyId)?.workingWeek ?? 5
    return slotsOf(dates, round.alertPlan, { zone, calendar: then.calendar, week })
      .filter(({ at }) => isMissed(at, from, zone))
      .map(({ forHeads, ...slot }) => ({
        ...slot,
        ...(forHeads && { headAt: slot.at }),
        current: true,
        closesAt: dates.closesAt,
      }))
      .filter((slot) => {
        const known = due.get(keyOf(slot))
        return known === undefined || (slot.headAt !== undefined && known.headAt === undefined)
      })
  })
}

/** Stretches of the same settings and the same dates. `isChange`: it began with other settings, in a round that was open before. */
function stretchesOf(facts: RoundFacts, region: RegionFacts, agencyId: string) {
  const { zone } = region.settings
  return settingsHistory(facts, region).flatMap((stretch, index) =>
    windowSegments({ ...facts, round: stretch.round }, zone, agencyId).flatMap(({ from, until, dates }) => {
      const start = stretch.from === undefined || stretch.from < from ? from : stretch.from
      const ends = [stretch.until, until].filter((end) => end !== undefined)
      const end = ends.toSorted((a, b) => a.getTime() - b.getTime())[0]
      const isChange = index > 0 && start.getTime() === stretch.from?.getTime()
      return end !== undefined && end <= start ? [] : [{ ...stretch, from: start, until: end, dates, isChange }]
    }),
  )
}

/** The more urgent first. */
export function byUrgency(a: AlertStep, b: AlertStep): number {
  return urgency.indexOf(a) - urgency.indexOf(b)
}

type Office = { zone: string; calendar: RegionFacts['calendar']; week: WorkingWeek }
/** `forHeads`: one of its steps is theirs. */
type Slot = Pick<AlertSlot, 'at' | 'date' | 'part' | 'steps'> & { forHeads: boolean }
/** `notForHeads`: they are spared it this time. */
type Mark = Pick<AlertSlot, 'at' | 'date' | 'part'> & { step: AlertStep; notForHeads?: boolean }

function slotsOf(dates: RoundDates, plan: AlertPlan, office: Office): Slot[] {
  const slots = new Map<string, Slot>()
  for (const { step, date, part, at, notForHeads } of marksOf(dates, plan, office)) {
    const key = `${date}.${part}`
    const known = slots.get(key)
    const first = Math.min(known?.at.getTime() ?? at.getTime(), at.getTime())
    const steps = [...new Set([...(known?.steps ?? []), step])].toSorted(byUrgency)
    const isTheirs = notForHeads !== true && plan.headSteps.includes(step)
    slots.set(key, { at: new Date(first), date, part, steps, forHeads: (known?.forHeads ?? false) || isTheirs })
  }
  return [...slots.values()]
}

function marksOf(dates: RoundDates, plan: AlertPlan, office: Office): Mark[] {
  const { zone } = office
  const mark = (step: AlertStep, date: LocalDate, time = plan.morning, part: DayPart = 'morning'): Mark => ({
    step,
    date,
    part,
    at: instantOf(date, time, zone),
  })
  const inWindow = [
    ...beforeTarget(dates, plan, office).map((date) => mark('before-target', date)),
    ...targetDay(dates, plan, office).flatMap(([step, date, time, part]) => mark(step, date, time, part)),
    ...afterTarget(dates, plan, office).map(({ date, notForHeads }) => ({ ...mark('overdue', date), notForHeads })),
    ...lastWorkingDay(dates, office).map((date) => mark('last-working-day', date)),
    mark('final-day', dates.closesOn),
  ].filter(({ at }) => at > dates.opensAt && at < dates.closesAt)
  const opensOn = localDateOf(dates.opensAt, zone)
  const opening: Mark = { step: 'opening', date: opensOn, part: 'opening', at: dates.opensAt }
  const closed = mark('closed', addDays(dates.closesOn, 1), plan.morning, 'closed')
  return [opening, ...inWindow, closed]
}

/** Counted back from the target, or from the last working day before it when the target itself is none. */
function beforeTarget({ targetOn }: RoundDates, plan: AlertPlan, { calendar, week }: Office): LocalDate[] {
  const target = lastWorkingDayOnOrBefore(targetOn, calendar, week)
  return plan.workingDaysBeforeTarget.map((days) => addWorkingDays(target, -days, calendar, week))
}

type TargetMark = readonly [AlertStep, LocalDate, string, DayPart]

/** All times of the target day. Where it is also the final day, or the last working day before it, each of them says so. */
function targetDay(dates: RoundDates, plan: AlertPlan, office: Office): TargetMark[] {
  const date = lastWorkingDayOnOrBefore(dates.targetOn, office.calendar, office.week)
  const isLast = lastWorkingDay(dates, office).includes(date)
  const times = [...new Set(plan.targetDayTimes)].toSorted()
  const isFinal = dates.closesOn === date
  return times.flatMap((time, index): TargetMark[] => {
    const part = index === 0 ? 'morning' : index === times.length - 1 ? 'last-call' : (`later-${index}` as const)
    const target: TargetMark = ['target-day', date, time, part]
    if (isFinal) return [target, ['final-day', date, time, part]]
    return isLast ? [target, ['last-working-day', date, time, part]] : [target]
  })
}

const usualDaysBetween = 3
/** Working days: heads hear of what is past its target once a week. */
const daysBetweenForHeads = 5

/** The first working day after the target, and then every so many, that a long round does not nag. */
function afterTarget({ targetOn, closesOn }: RoundDates, { overdueEvery }: AlertPlan, { calendar, week }: Office) {
  const every = overdueEvery ?? usualDaysBetween
  const days = workingDaysBetween(addDays(targetOn, 1), addDays(closesOn, -1), calendar, week)
  const betweenHeads = Math.ceil(daysBetweenForHeads / every)
  return days
    .filter((_, index) => index % every === 0)
    .map((date, index) => ({ date, notForHeads: index % betweenHeads !== 0 }))
}

/** Only where the final date is no working day; otherwise the final day itself is the last one. */
function lastWorkingDay({ closesOn }: RoundDates, { calendar, week }: Office): LocalDate[] {
  return isWorkingDay(closesOn, calendar, week) ? [] : [lastWorkingDayOnOrBefore(closesOn, calendar, week)]
}
