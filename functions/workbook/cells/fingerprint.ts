/**
 * A short mark of an answer, kept in the hidden sheet for every cell as it was given out. A cell whose mark is still the same
 * was not touched in the file, so whatever a colleague has entered there since stays.
 */
import { createHash } from 'node:crypto'
import { isBlank } from '../../schema/answers/absence.ts'
import type { Value } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'

const width = 5
const none = '-'.repeat(width)

/** Thirty bits: that a changed cell has the mark of its old content happens once in a thousand million. */
export function markOf(value: Value | undefined): string {
  if (value === undefined || isBlank(value)) return none
  return createHash('sha256').update(JSON.stringify(value)).digest('base64').slice(0, width)
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

/** A key for a row that had none: the same file gives the same key again. Never equal to a ULID or a fixed row's key. */
export function derivedKey(...parts: readonly (string | number)[]): string {
  return `x${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`
}
