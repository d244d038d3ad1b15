/**
 * Days and moments as numbers: a date is its local day number since 1970 wherever it is read (no zone in it), a moment that
 * number with a fraction, a time of day the fraction alone.
 */
import type { Language } from '../wording.ts'

/** A date, a moment or a time of day: `day` is what arithmetic and comparisons see, `text` what a text shows. */
export class Day {
  readonly day: number
  readonly text: string
  constructor(day: number, text: string) {
    this.day = day
    this.text = text
  }
}

const dayMilliseconds = 86_400_000
const shape = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/
const clock = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/** The day that a text names as `2026-02-13`, with or without a time; `undefined` for 30 February and for what is no date. */
export function dayOf(text: string): Day | undefined {
  const parts = shape.exec(text)
  if (parts === null) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const whole = date.getTime() / dayMilliseconds
  const fraction = fractionOf(parts.slice(4))
  return fraction === undefined ? undefined : new Day(whole + fraction, text)
}

/** A time of day `08:30` as the part of the day that has passed. */
export function timeOf(text: string): Day | undefined {
  const fraction = fractionOf(clock.exec(text)?.slice(1) ?? ['99'])
  return fraction === undefined ? undefined : new Day(fraction, text)
}

function fractionOf([hour = '0', minute = '0', second = '0', rest = '0']: readonly (string | undefined)[]) {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return (Number(hour) * 3600 + Number(minute) * 60 + Number(second) + Number(rest)) / 86_400
}

/** The date with this day number; `undefined` beyond the years 0001 to 9999. */
export function dayAt(number: number): Day | undefined {
  const time = Math.floor(number) * dayMilliseconds
  if (!(time >= -62_135_596_800_000 && time < 253_402_300_800_000)) return undefined
  return new Day(Math.floor(number), new Date(time).toISOString().slice(0, 10))
}

const months = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const weekdays = {
  id: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const two = (number: number) => (number < 10 ? `0${number}` : String(number))

/** `%Y-%m-%d`, as `format-date` has it; names of months and weekdays are in the reader's language. */
export function formatDay(day: number, format: string, language: Language): string {
  const date = new Date(Math.round(day * dayMilliseconds))
  const year = date.getUTCFullYear()
  const parts: Record<string, string> = {
    Y: `000${year}`.slice(-4),
    y: `0${year % 100}`.slice(-2),
    m: two(date.getUTCMonth() + 1),
    n: String(date.getUTCMonth() + 1),
    b: months[language][date.getUTCMonth()] ?? '',
    d: two(date.getUTCDate()),
    e: String(date.getUTCDate()),
    H: two(date.getUTCHours()),
    h: String(date.getUTCHours()),
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    3: `00${date.getUTCMilliseconds()}`.slice(-3),
    a: weekdays[language][date.getUTCDay()] ?? '',
  }
  return format.replace(/%([a-zA-Z0-9%])/g, (whole, part: string) => (part === '%' ? '%' : (parts[part] ?? whole)))
}
