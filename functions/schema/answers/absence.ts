/**
 * Three things that look alike in a table and are not: nothing answered yet (blank), "belum ada data" / "tidak berlaku"
 * (an absence, which is an answer), and a value. Zero is a value.
 */
import type { Value } from '../answers.ts'
import type { Absence } from '../condition.ts'

/** The one spelling of a value: trimmed text in NFC with `\n` line ends, no minus zero. Rules see this spelling only. */
export function normalValue(value: Value): Value {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  return value === 0 ? 0 : value
}

/** The absence that stands in place of a value, if one does. */
export function absenceOf(value: Value | undefined): Absence | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value.absent : undefined
}

/** Nothing answered: no value, text of only spaces, or no choice taken. */
export function isBlank(value: Value | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** A real value: neither blank nor an absence. */
export function isGiven(value: Value | undefined): value is number | string | string[] {
  return !isBlank(value) && absenceOf(value) === undefined
}
