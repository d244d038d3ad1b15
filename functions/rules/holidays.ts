/**
 * Of the working calendar: which holidays are certain before a year's joint decree, and whether anybody has entered what the decree says.
 * Certain are those whose date Keputusan Presiden 8/2024 names, and those that follow from Easter; all others hang on the moon, and joint
 * leave on the three ministers.
 */
import type { Holiday } from '../schema/region.ts'
import { addDays } from './dates.ts'

type Day = Pick<Holiday, 'date' | 'kind'>

/** Eight, in the order of their dates. */
export function certainHolidays(year: number): Holiday[] {
  const easter = easterSunday(year)
  const days = [
    national(`${year}-01-01`, `Tahun Baru ${year} Masehi`, 'New Year’s Day'),
    national(addDays(easter, -2), 'Wafat Yesus Kristus', 'Good Friday'),
    national(easter, 'Kebangkitan Yesus Kristus (Paskah)', 'Easter Sunday'),
    national(`${year}-05-01`, 'Hari Buruh Internasional', 'Labour Day'),
    national(addDays(easter, 39), 'Kenaikan Yesus Kristus', 'Ascension Day'),
    national(`${year}-06-01`, 'Hari Lahir Pancasila', 'Pancasila Day'),
    national(`${year}-08-17`, 'Proklamasi Kemerdekaan', 'Independence Day'),
    national(`${year}-12-25`, 'Kelahiran Yesus Kristus', 'Christmas Day'),
  ]
  return days.toSorted((a, b) => a.date.localeCompare(b.date))
}

/** Those that are certain and not among these. */
export function missingCertain(holidays: readonly Day[], year: number): Holiday[] {
  return certainHolidays(year).filter(({ date }) => !holidays.some((each) => each.date === date))
}

/** A year in which nothing stands but certain and own days was not entered: Idulfitri would count as working days, with mails. */
export function hasYear(holidays: readonly Day[], year: number | string): boolean {
  if (!/^[1-9]\d{3}$/.test(String(year))) return false
  const certain = new Set(certainHolidays(Number(year)).map(({ date }) => date))
  return holidays.some(({ date, kind }) => date.startsWith(`${year}-`) && kind !== 'own' && !certain.has(date))
}

function national(date: string, id: string, en: string): Holiday {
  return { date, name: { id, en }, kind: 'national' }
}

/** Of the Gregorian calendar, as `YYYY-MM-DD`. J. Meeus, Astronomical Algorithms (1991), chapter 8. */
function easterSunday(year: number): string {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const days = moon + weekday - 7 * late + 21
  return addDays(`${year}-03-01`, days)
}
