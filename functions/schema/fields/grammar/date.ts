/**
 * Dates as people type them and as Excel and LibreOffice copy them: `13/2/2026`, `13-Feb-26`, `Jumat, 13 Februari 2026`,
 * `2026-02-13`, and the day's serial number where a cell was not formatted as a date. The day always comes first: American
 * dates cannot be told from ours on most days, so those that can be (`2/13/2026`) are refused rather than half of them guessed.
 */
import { isRealDate } from './real.ts'

/** First three letters of each month, Indonesian and English; `agt` is the official short form of Agustus. */
const months = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'agu|agt|ags|aug',
  'sep',
  'okt|oct',
  'nov|nop',
  'des|dec',
]
/** Monday first; Indonesian and English, from their first three letters on; `jum'at` and `ahad` are in use too. */
const weekdays = [/^sen|^mon/, /^sel|^tue/, /^rab|^wed/, /^kam|^thu/, /^jum|^fri/, /^sab|^sat/, /^min|^aha|^sun/]
const leadingWord = /^([a-z']+)\.?,\s*/
const monthOf = new Map(months.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)))
/** Spreadsheets count days from here; serials before 1954 or after 2119 are more likely ordinary numbers. */
const serialZero = Date.UTC(1899, 11, 30)
const firstSerial = 20_000
const lastSerial = 80_000
const dayMilliseconds = 86_400_000

/** The calendar date, or `undefined` when the text is none. */
export function parseDate(typed: string): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(leadingWord, (word, name: string) => (weekdayOf(name) === undefined ? word : ''))
    .replace(/[t\s]+0?0[:.]00([:.]00(\.0+)?)?z?$/, '')
  if (/^\d{5}([.,]0+)?$/.test(text)) return fromSerial(Number.parseInt(text, 10))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso !== null) return dateOf(iso[1], iso[2], iso[3])
  const local = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/.exec(text)
  if (local !== null) return dateOf(local[3], local[2], local[1])
  const named = /^(\d{1,2})[-/.\s]*([a-z]{3})[a-z]*\.?[-/.\s,]*(\d{4}|\d{2})$/.exec(text)
  const month = monthOf.get(named?.[2] ?? '')
  return named === null || month === undefined ? undefined : dateOf(named[3], String(month), named[1])
}

/** 1 = Monday to 7 = Sunday: the weekday that stands before the date and its comma; `undefined` where none does. */
export function namedWeekday(typed: string): number | undefined {
  return weekdayOf(leadingWord.exec(typed.trim().toLowerCase())?.[1] ?? '')
}

function weekdayOf(name: string): number | undefined {
  const index = weekdays.findIndex((begins) => begins.test(name))
  return index < 0 ? undefined : index + 1
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const full = year.length === 2 ? `20${year}` : year
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isRealDate(date) ? date : undefined
}

function fromSerial(serial: number): string | undefined {
  if (serial < firstSerial || serial > lastSerial) return undefined
  return new Date(serialZero + serial * dayMilliseconds).toISOString().slice(0, 10)
}
