/**
 * What must be said about a date beside the date itself: that it is a holiday, which working day is the last one before it,
 * and how many are left. All of it is computed from the region's calendar, never taken from a paper.
 */

import { formatDay } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import {
  holidayOn,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  type Office,
  workingDaysLeft,
} from '../../../rules/working-days.ts'
import type { LocalDate } from '../../../schema/ids.ts'
import type { Language } from '../../../schema/wording.ts'

type WorkingCalendar = Pick<Office, 'calendar' | 'week'>

/** `hari libur nasional (Tahun Baru Imlek 2577 Kongzili)`; `undefined` on working days. */
export function restDay(date: LocalDate, office: WorkingCalendar, language: Language): string | undefined {
  if (isWorkingDay(date, office.calendar, office.week)) return undefined
  const holiday = holidayOn(date, office.calendar)
  if (holiday === undefined) return language === 'id' ? 'bukan hari kerja' : 'not a working day'
  const kinds = {
    id: { national: 'hari libur nasional', 'joint-leave': 'cuti bersama', own: 'hari libur daerah' },
    en: { national: 'a national holiday', 'joint-leave': 'a day of joint leave', own: 'a local holiday' },
  }
  const name = holiday.name[language].replace(/^(cuti bersama|joint leave( for)?)\s+/i, '')
  return `${kinds[language][holiday.kind]} (${name})`
}

/** Where the final date is no working day: that it is none, and which day is the last one before it. */
export function finalDateNote(closesOn: LocalDate, office: WorkingCalendar, language: Language): string | undefined {
  const rest = restDay(closesOn, office, language)
  if (rest === undefined) return undefined
  const last = formatDay(lastWorkingDayOnOrBefore(closesOn, office.calendar, office.week), language)
  return language === 'id'
    ? `${formatDay(closesOn, language)} adalah ${rest}. Hari kerja terakhir sebelum batas akhir: ${last}.`
    : `${formatDay(closesOn, language)} is ${rest}. Last working day before the final deadline: ${last}.`
}

/** `Sisa 2 hari kerja sampai batas akhir`, or what replaces it on the last days. Equals the number that pages show. */
export function leftWords(
  now: Date,
  { closesOn, closesAt }: { closesOn: LocalDate; closesAt: Date },
  office: Office,
  language: Language,
): string {
  const say = words[language]
  if (now >= closesAt) return say.closed
  const today = localDateOf(now, office.zone)
  const left = workingDaysLeft(now, closesOn, office)
  const isLast = lastWorkingDayOnOrBefore(closesOn, office.calendar, office.week) === today
  if (left === 0) return today === closesOn ? say.finalDay : say.none
  return left === 1 && isLast ? say.last : say.left(left)
}

const words = {
  id: {
    closed: 'Sudah ditutup',
    finalDay: 'Hari ini batas akhir',
    none: 'Tidak ada hari kerja tersisa',
    last: 'Hari ini hari kerja terakhir',
    left: (days: number) => `Sisa ${days} hari kerja sampai batas akhir`,
  },
  en: {
    closed: 'Closed',
    finalDay: 'The final deadline is today',
    none: 'No working days left',
    last: 'Today is the last working day',
    left: (days: number) => `${days} working day${days === 1 ? '' : 's'} left until the final deadline`,
  },
}
