/**
 * A short mark of an answer, kept in the hidden sheet for every cell as it was given out. A cell whose mark is still the same
 * was not touched in the file, so whatever a colleague has entered there since stays.
 */
import { createHash } from 'node:crypto'
import { isBlank } from '../../schema/answers/absence.ts'
import type { Value } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'

const width = 5
/** Of a blank cell, of one that the file has no column for, and of one that could not be read. */
export const noMark = '-'.repeat(width)
export const noColumn = '?'.repeat(width)
export const unread = '!'.repeat(width)

const known = new Map<string, string>()
const maxKnown = 50_000

/** Thirty bits: that a changed cell has the mark of its old content happens once in a thousand million. */
export function markOf(value: Value | undefined): string {
  if (value === undefined || isBlank(value)) return noMark
  const text = JSON.stringify(value)
  const found = known.get(text)
  if (found !== undefined) return found
  const mark = createHash('sha256').update(text).digest('base64').slice(0, width)
  if (known.size > maxKnown) known.clear()
  known.set(text, mark)
  return mark
}

/** The marks of a row, in the order of the fields. */
export function marksOf(fields: readonly Field[], read: (field: Field) => Value | undefined): string {
  return fields.map((field) => markOf(read(field))).join('')
}

/** The mark of one field in such a text; `undefined` when the text is of another shape. */
export function markAt(marks: string | undefined, index: number): string | undefined {
  const mark = marks?.slice(index * width, (index + 1) * width)
  return mark?.length === width ? mark : undefined
}

export function markPlaces(marks: string): number[] {
  return Array.from({ length: marks.length / width }, (_, index) => index)
}

/** The marks that are the same in both texts; the others are unknown. */
export function whereSame(marks: string, own: string): string {
  return markPlaces(marks)
    .map((index) => (markAt(own, index) === markAt(marks, index) ? markAt(own, index) : noColumn))
    .join('')
}

/** The marks of some fields, as one text to look rows up by. */
export function pick(marks: string, indices: readonly number[]): string {
  return indices.map((index) => marks.slice(index * width, (index + 1) * width)).join('')
}

/** A key for a row that had none: the same content gives the same key again. Never equal to a ULID or a fixed row's key. */
export function derivedKey(...parts: readonly (string | number)[]): string {
  return `x${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`
}
