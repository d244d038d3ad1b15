/**
 * Subject and first sentence of a reminder: which day it is, which date is meant, how long is left. A reminder that is caught
 * up on a later day speaks of the day on which it is read, never of the one it was planned for.
 */

import { formatDay, formatDeadline, formatTime, type Place } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { lastWorkingDayOnOrBefore, type Office, workingDaysLeft } from '../../../rules/working-days.ts'
import type { LocalDate } from '../../../schema/ids.ts'
import type { Language } from '../../../schema/wording.ts'
import type { RoundDates } from '../../round/windows.ts'
import { type AlertStep, byUrgency } from '../plan/alert-steps.ts'
import type { ReminderStep } from './content.ts'
import { restDay } from './date-notes.ts'

/** What a reminder is about: the dates of its most urgent agency. `forms`: how many forms have these dates; `others`: how many more the mail lists. */
export type ReminderSubject = {
  step: ReminderStep
  now: Date
  today: LocalDate
  dates: RoundDates
  office: Office
  place: Place
  forms: number
  others: number
}

/** The step that today has for these dates, whatever the reminder was planned as. */
export function stepOfDay(now: Date, dates: RoundDates, { calendar, week, zone }: Office): ReminderStep {
  const today = localDateOf(now, zone)
  const steps: ReminderStep[] = [now >= dates.targetAt ? 'overdue' : 'before-target']
  if (today === lastWorkingDayOnOrBefore(dates.targetOn, calendar, week)) steps.push('target-day')
  if (today === dates.closesOn) steps.push('final-day')
  else if (today === lastWorkingDayOnOrBefore(dates.closesOn, calendar, week)) steps.push('last-working-day')
  return steps.toSorted(byUrgency)[0] ?? 'before-target'
}

/** Only the steps that are reminders. */
export function isReminderStep(step: AlertStep | undefined): step is ReminderStep {
  return step !== undefined && step !== 'opening' && step !== 'closed'
}

/** The sentence that matters. */
export function headlineOf(subject: ReminderSubject, language: Language): string {
  return language === 'id' ? headlineId(subject) : headlineEn(subject)
}

function headlineId({ step, now, today, dates, office, place }: ReminderSubject): string {
  const day = (date: LocalDate) => formatDay(date, 'id')
  const closes = formatDeadline(dates.closesAt, place, 'id')
  const target = formatDeadline(dates.targetAt, place, 'id')
  switch (step) {
    case 'before-target':
      return `${daysUntil(now, dates, office, 'id')} sampai target penyelesaian ${target}.`
    case 'target-day':
      return today === dates.targetOn
        ? `Hari ini, ${day(today)}, adalah target penyelesaian.`
        : `Hari ini, ${day(today)}, adalah hari kerja terakhir sebelum target penyelesaian ${target}.`
    case 'overdue':
      return `Target penyelesaian ${day(dates.targetOn)} sudah lewat; batas akhir ${closes}.`
    case 'last-working-day':
      return `Hari ini, ${day(today)}, adalah hari kerja terakhir sebelum batas akhir ${closes}.`
    case 'final-day':
      return `Hari ini, ${day(today)}${bracketed(today, office, 'id')}, adalah ${today === dates.targetOn ? 'target penyelesaian sekaligus batas akhir' : 'batas akhir'}: pengisian ditutup pukul ${lastMinute(dates, place, 'id')}.`
  }
}

function headlineEn({ step, now, today, dates, office, place }: ReminderSubject): string {
  const day = (date: LocalDate) => formatDay(date, 'en')
  const closes = formatDeadline(dates.closesAt, place, 'en')
  const target = formatDeadline(dates.targetAt, place, 'en')
  switch (step) {
    case 'before-target':
      return `${daysUntil(now, dates, office, 'en')} until the target date, ${target}.`
    case 'target-day':
      return today === dates.targetOn
        ? `Today, ${day(today)}, is the target date.`
        : `Today, ${day(today)}, is the last working day before the target date, ${target}.`
    case 'overdue':
      return `The target date, ${day(dates.targetOn)}, has passed; the final deadline is ${closes}.`
    case 'last-working-day':
      return `Today, ${day(today)}, is the last working day before the final deadline on ${closes}.`
    case 'final-day':
      return `Today, ${day(today)}${bracketed(today, office, 'en')}, is ${today === dates.targetOn ? 'the target date and the final deadline' : 'the final deadline'}: entry closes at ${lastMinute(dates, place, 'en')}.`
  }
}

/** The subject of the mail: the step first, for a phone shows 40 characters. */
export function subjectOf({ step, dates, place, forms, others }: ReminderSubject, language: Language): string {
  const target = formatDay(dates.targetOn, language)
  const closes = formatDay(dates.closesOn, language)
  const at = lastMinute(dates, place, language)
  if (language === 'id') {
    const more = others === 0 ? '' : `, ${others} lagi bertanggal lain`
    const missing = `${forms} formulir belum dikirim${more}`
    const both = dates.targetOn === dates.closesOn ? 'Target dan batas akhir' : 'Batas akhir'
    const subjects: Record<ReminderStep, string> = {
      'before-target': `Target ${target}: ${missing}`,
      'target-day': `Target penyelesaian hari ini: ${missing}`,
      overdue: `Lewat target: ${missing}, batas akhir ${closes}`,
      'last-working-day': `Hari kerja terakhir: ${missing}, batas akhir ${closes}`,
      'final-day': `${both} hari ini pukul ${at}: ${missing}`,
    }
    return subjects[step]
  }
  const more = others === 0 ? '' : `, ${others} more with other dates`
  const missing = (forms === 1 ? '1 form not submitted' : `${forms} forms not submitted`) + more
  const both = dates.targetOn === dates.closesOn ? 'Target and final deadline' : 'Final deadline'
  const subjects: Record<ReminderStep, string> = {
    'before-target': `Target ${target}: ${missing}`,
    'target-day': `Target date is today: ${missing}`,
    overdue: `Past the target date: ${missing}, final deadline ${closes}`,
    'last-working-day': `Last working day: ${missing}, final deadline ${closes}`,
    'final-day': `${both} today at ${at}: ${missing}`,
  }
  return subjects[step]
}

/** Counted like the days that are left until the final date: today is one of them. */
function daysUntil(now: Date, { targetOn }: RoundDates, office: Office, language: Language): string {
  const days = workingDaysLeft(now, targetOn, office)
  if (language === 'id') return `Sisa ${days} hari kerja, termasuk hari ini,`
  return `${days} working day${days === 1 ? '' : 's'}, today included,`
}

function bracketed(date: LocalDate, office: Office, language: Language): string {
  const rest = restDay(date, office, language)?.replace(/ \(.*\)$/, '')
  return rest === undefined ? '' : ` (${rest})`
}

function lastMinute({ closesAt }: RoundDates, place: Place, language: Language): string {
  return formatTime(new Date(closesAt.getTime() - 1), place, language)
}
