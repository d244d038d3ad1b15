/** Answers as expressions see them, and what is worked out as an answer. */
import { absenceOf, normalValue } from '../../answers/absence.ts'
import type { Value } from '../../answers.ts'
import type { Field } from '../../form.ts'
import { Day, dayAt, dayOf, timeOf } from '../days.ts'
import { type Atom, atomOf, numberOf, type Result, textOf } from '../values.ts'

/** Nothing stands for an answer that is not given, and for an absence. A text in the place of a number or a date stays a text. */
export function atomIn(field: Field, value: Value | undefined): Atom | undefined {
  if (value === undefined || absenceOf(value) !== undefined) return undefined
  const plain = normalValue(value)
  if (Array.isArray(plain)) return plain.join(' ')
  if (typeof plain !== 'string') return typeof plain === 'number' ? plain : undefined
  if (field.type === 'date' || field.type === 'moment') return dayOf(plain) ?? plain
  return field.type === 'time' ? (timeOf(plain) ?? plain) : plain
}

type Worked = { readonly value: Value | undefined; readonly atom: Atom | undefined }
const nothing: Worked = { value: undefined, atom: undefined }

/** NaN, an infinite number and an empty text are no answer; a number where a date is to be is that day. */
export function worked(result: Result, gives: 'number' | 'percent' | 'text' | 'date'): Worked {
  const atom = atomOf(result)
  if (gives === 'number' || gives === 'percent') {
    const number = numberOf(atom)
    return Number.isFinite(number) ? { value: number, atom: number } : nothing
  }
  const day = gives === 'date' && !(atom instanceof Day) ? (dayOf(textOf(atom)) ?? dayAt(numberOf(atom))) : atom
  if (day === undefined || (typeof day === 'number' && !Number.isFinite(day))) return nothing
  const text = day instanceof Day && gives === 'date' ? day.text.slice(0, 10) : textOf(day)
  return text === '' ? nothing : { value: text, atom: day }
}
