/**
 * The alert plan of one agency, laid over its dates: at which instants it may be mailed, and as which steps. A slot counts
 * only while the dates it was computed from were in force, so an extension never creates slots in the past, and those of
 * overtaken dates are no longer `current`. Steps that fall on one instant are one slot; the most urgent step speaks.
 */
import type { LocalDate } from '../../../schema/ids.ts'
import type { AlertPlan } from '../../../schema/round.ts'
import type { RegionFacts } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type RoundDates, windowSegments } from '../../round/windows.ts'
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  type WorkingWeek,
  workingDaysBetween,
} from '../../time/working-days.ts'
import { addDays, instantOf } from '../../time/zone.ts'

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
 * `index` numbers the times of one day: 0 but for the target day's later times. `steps` most urgent first. `current`: the
 * dates behind it are in force at the end of the history. `closesAt`: the final instant under those dates.
 */
export type AlertSlot = {
  at: Date
  date: LocalDate
  index: number
  steps: AlertStep[]
  current: boolean
  closesAt: Date
}

/** All slots of the agency over the round's whole history and future, ascending. */
export function alertSlots(facts: RoundFacts, region: RegionFacts, agencyId: string): readonly AlertSlot[] {
  const { zone } = region.settings
  const week = region.agencies.find(({ id }) => id === agencyId)?.workingWeek ?? 5
  const plan = facts.round.alertPlan
  return windowSegments(facts, zone, agencyId).flatMap(({ from, until, dates }) =>
    slotsOf(dates, plan, { zone, calendar: region.calendar, week })
      .filter(({ at }) => at >= from && (until === undefined || at < until))
      .map((slot) => ({ ...slot, current: until === undefined, closesAt: dates.closesAt })),
  )
}

/** The more urgent first. */
export function byUrgency(a: AlertStep, b: AlertStep): number {
  return urgency.indexOf(a) - urgency.indexOf(b)
}

type Office = { zone: string; calendar: RegionFacts['calendar']; week: WorkingWeek }
type Mark = { step: AlertStep; date: LocalDate; at: Date; index: number }

function slotsOf(dates: RoundDates, plan: AlertPlan, office: Office): Omit<AlertSlot, 'current' | 'closesAt'>[] {
  const slots = new Map<number, Omit<AlertSlot, 'current' | 'closesAt'>>()
  for (const { step, date, at, index } of marksOf(dates, plan, office)) {
    const known = slots.get(at.getTime())
    if (known === undefined) slots.set(at.getTime(), { at, date, index, steps: [step] })
    else if (!known.steps.includes(step)) known.steps = [...known.steps, step].toSorted(byUrgency)
  }
  return [...slots.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

function marksOf(dates: RoundDates, plan: AlertPlan, office: Office): Mark[] {
  const { zone } = office
  const mark = (step: AlertStep, date: LocalDate, time = plan.morning, index = 0): Mark => ({
    step,
    date,
    at: instantOf(date, time, zone),
    index,
  })
  const inWindow = [
    ...beforeTarget(dates, plan, office).map((date) => mark('before-target', date)),
    ...targetDay(dates, plan, office).flatMap(([step, date, time, index]) => mark(step, date, time, index)),
    ...afterTarget(dates, office).map((date) => mark('overdue', date)),
    ...lastWorkingDay(dates, office).map((date) => mark('last-working-day', date)),
    mark('final-day', dates.closesOn),
  ].filter(({ at }) => at > dates.opensAt && at < dates.closesAt)
  const opening: Mark = { step: 'opening', date: '', at: dates.opensAt, index: 0 }
  const closed = mark('closed', addDays(dates.closesOn, 1))
  return [opening, ...inWindow, closed]
}

/** Counted back from the target, or from the last working day before it when the target itself is none. */
function beforeTarget({ targetOn }: RoundDates, plan: AlertPlan, { calendar, week }: Office): LocalDate[] {
  const target = lastWorkingDayOnOrBefore(targetOn, calendar, week)
  return plan.workingDaysBeforeTarget.map((days) => addWorkingDays(target, -days, calendar, week))
}

type TargetMark = readonly [AlertStep, LocalDate, string, number]

/** All times of the target day. Where it is also the last working day before the final date, each of them says so. */
function targetDay(dates: RoundDates, plan: AlertPlan, office: Office): TargetMark[] {
  const date = lastWorkingDayOnOrBefore(dates.targetOn, office.calendar, office.week)
  const isLast = lastWorkingDay(dates, office).includes(date)
  return plan.targetDayTimes.toSorted().flatMap((time, index): TargetMark[] => {
    const target: TargetMark = ['target-day', date, time, index]
    return isLast ? [target, ['last-working-day', date, time, index]] : [target]
  })
}

function afterTarget({ targetOn, closesOn }: RoundDates, { calendar, week }: Office): readonly LocalDate[] {
  return workingDaysBetween(addDays(targetOn, 1), addDays(closesOn, -1), calendar, week)
}

/** Only where the final date is no working day; otherwise the final day itself is the last one. */
function lastWorkingDay({ closesOn }: RoundDates, { calendar, week }: Office): LocalDate[] {
  return isWorkingDay(closesOn, calendar, week) ? [] : [lastWorkingDayOnOrBefore(closesOn, calendar, week)]
}
