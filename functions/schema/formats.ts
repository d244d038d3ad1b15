/**
 * Amounts, dates and absences as people read them: `Rp1.234.567`, `64,3`, `13 Februari 2026`, "Belum ada data". Dates are
 * calendar dates, so they are formatted in UTC and no zone can move them. Intl knows both languages; only the currency sign
 * is set by hand, because official papers write it without a space.
 */
import type { Absence } from './condition.ts'
import type { LocalDate } from './ids.ts'
import type { Language, Wording } from './wording.ts'

const locales = { id: 'id-ID', en: 'en-GB' } as const
const absenceWords: Record<Absence, Wording> = {
  'not-yet': { id: 'Belum ada data', en: 'No data yet' },
  'not-applicable': { id: 'Tidak berlaku', en: 'Not applicable' },
}
const dateParts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const weekdayParts = { weekday: 'long', timeZone: 'UTC' } as const
/** Made when first used: one takes longer than loading everything else that stands here. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

/** What an absence is called. */
export function formatAbsence(absence: Absence, language: Language): string {
  return absenceWords[absence][language]
}

/** A number with the language's separators and at most `decimals` digits after the comma: `1.234,5`. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const key = `${language}${decimals}`
  const known = numberFormats.get(key)
  const format = known ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals })
  if (known === undefined) numberFormats.set(key, format)
  return format.format(value)
}

/** Whole rupiah: `Rp1.234.567`, `-Rp500`. */
export function formatRupiah(value: number, language: Language): string {
  return `${value < 0 ? '-' : ''}Rp${formatNumber(Math.abs(value), language)}`
}

/** A calendar date: `13 Februari 2026`; text that is no date stays as it is. */
export function formatDate(date: LocalDate, language: Language): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) ? date : dateFormat(language, dateParts).format(time)
}

/** The weekday of a calendar date: `Jumat`. Throws a RangeError on what is no date. */
export function formatWeekday(date: LocalDate, language: Language): string {
  return dateFormat(language, weekdayParts).format(Date.parse(`${date}T00:00:00Z`))
}

function dateFormat(language: Language, parts: typeof dateParts | typeof weekdayParts): Intl.DateTimeFormat {
  const key = `${language}${Object.keys(parts).length}`
  const known = dateFormats.get(key)
  const format = known ?? new Intl.DateTimeFormat(locales[language], parts)
  if (known === undefined) dateFormats.set(key, format)
  return format
}
