/**
 * The bounds in force for a date: constants, other fields, today, or a day counted from the fiscal year.
 * The page sets its inputs by them and the judges judge by them, so that both say the same.
 */
import { type Scope, valueIn } from '../answers/condition.ts'
import type { AnswerContext } from '../answers/context.ts'
import type { LocalDate } from '../ids.ts'
import { isRealDate } from './grammar/real.ts'
import type { DateBound } from './shape.ts'

/** A bound with the id of the field it was read from, if it was. */
export type Bound<T> = { readonly value: T; readonly from?: string }
export type Bounds<T> = { readonly min: Bound<T> | undefined; readonly max: Bound<T> | undefined }
export type DateBounds = DateBound | readonly DateBound[] | undefined

/** Of several bounds the strictest holds. */
export function dateBounds(
  field: { readonly min?: DateBounds; readonly max?: DateBounds },
  scope: Scope,
  context: AnswerContext,
): Bounds<LocalDate> {
  const strictest = (bounds: DateBounds, sign: 1 | -1) =>
    [bounds ?? []]
      .flat()
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
