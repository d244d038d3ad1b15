/**
 * The bounds in force for a number or a date: constants, other fields, today, or a day counted from the fiscal year.
 * The page sets its inputs by them and the validator judges by them, so that both say the same.
 */
import type { DateBound, Field } from '../form.ts'
import type { LocalDate } from '../ids.ts'
import { numberIn, type Scope, valueIn } from './condition.ts'
import type { AnswerContext } from './context.ts'

export type NumberField = Extract<Field, { type: 'integer' | 'rupiah' | 'decimal' }>
export type DateField = Extract<Field, { type: 'date' }>
/** A bound with the id of the field it was read from, if it was. */
export type Bound<T> = { readonly value: T; readonly from?: string }
export type Bounds<T> = { readonly min: Bound<T> | undefined; readonly max: Bound<T> | undefined }

/** Counts and money are never negative unless the form says so; a bound by a field without a number does not bind. */
export function numberBounds(field: NumberField, scope: Scope): Bounds<number> {
  const floor = field.type === 'rupiah' ? { value: 0 } : undefined
  return { min: numberBound(field.min, scope) ?? floor, max: numberBound(field.max, scope) }
}

function numberBound(bound: NumberField['min'], scope: Scope): Bound<number> | undefined {
  if (bound === undefined) return undefined
  const value = numberIn(scope, bound)
  if (value === undefined) return undefined
  return typeof bound === 'number' ? { value } : { value, from: bound.field }
}

/** `YYYY-MM-DD` that is a day of the calendar; 30 February is none. */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Of several bounds the strictest holds. */
export function dateBounds(field: DateField, scope: Scope, context: AnswerContext): Bounds<LocalDate> {
  const strictest = (bounds: DateField['min'], sign: 1 | -1) =>
    (bounds === undefined ? [] : Array.isArray(bounds) ? bounds : [bounds])
      .flatMap((bound) => dateBound(bound, scope, context) ?? [])
      .sort((a, b) => (a.value < b.value ? sign : a.value > b.value ? -sign : 0))[0]
  return { min: strictest(field.min, 1), max: strictest(field.max, -1) }
}

function dateBound(bound: DateBound, scope: Scope, context: AnswerContext): Bound<LocalDate> | undefined {
  if (bound === 'today') return { value: context.today }
  if (typeof bound === 'string') return { value: bound }
  if ('fiscalYearPlus' in bound) return { value: `${context.fiscalYear + bound.fiscalYearPlus}-${bound.monthDay}` }
  const value = valueIn(scope, bound.field)
  return typeof value === 'string' && isRealDate(value) ? { value, from: bound.field } : undefined
}
