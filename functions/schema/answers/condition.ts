/**
 * Decides whether a condition of a form holds. A name is looked for in the row first, then in the header, so that one
 * rule can speak of both. A comparison with something that is blank, absent or not a number is false: a rule never fires
 * on what is not known.
 */
import type { Cells, Value } from '../answers.ts'
import type { Condition } from '../condition.ts'
import { absenceOf, isGiven } from './absence.ts'

/** The cells a rule may look at. For header fields there is no row. Computed cells are in it when `settleCells` made it. */
export type Scope = { readonly row?: Cells | undefined; readonly header: Cells }

/** The value a name stands for: the row's cell when the row has one, otherwise the header's. */
export function valueIn(scope: Scope, field: string): Value | undefined {
  return scope.row?.[field] ?? scope.header[field]
}

/** The number a bound stands for; `undefined` when it names a field without a number. */
export function numberIn(scope: Scope, bound: number | { readonly field: string }): number | undefined {
  if (typeof bound === 'number') return bound
  const value = valueIn(scope, bound.field)
  return typeof value === 'number' ? value : undefined
}

/** Does the condition hold in this scope? Never throws; unknown names are simply not given. */
export function holds(condition: Condition, scope: Scope): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, scope))
  if ('any' in condition) return condition.any.some((each) => holds(each, scope))
  if ('not' in condition) return !holds(condition.not, scope)
  const value = valueIn(scope, condition.field)
  if ('given' in condition) return isGiven(value) === condition.given
  if ('absent' in condition) {
    const absence = absenceOf(value)
    return absence !== undefined && condition.absent.includes(absence)
  }
  if ('is' in condition) return (typeof value === 'string' || typeof value === 'number') && condition.is.includes(value)
  if ('includes' in condition) return Array.isArray(value) && value.some((each) => condition.includes.includes(each))
  return compares(condition, value, scope)
}

/** The names of all that a condition looks at. */
export function namesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  const bound = 'below' in condition ? condition.below : 'above' in condition ? condition.above : undefined
  const other = 'equals' in condition ? condition.equals : bound
  return typeof other === 'object' ? [condition.field, other.field] : [condition.field]
}

/** Is an answer demanded in this scope? Asked of visible fields only. */
export function isRequired(field: { readonly required: boolean | Condition }, scope: Scope): boolean {
  return typeof field.required === 'boolean' ? field.required : holds(field.required, scope)
}

type Comparison = Extract<Condition, { below: unknown } | { above: unknown } | { equals: unknown }>

function compares(condition: Comparison, value: Value | undefined, scope: Scope): boolean {
  if (typeof value !== 'number') return false
  const bound = numberIn(
    scope,
    'below' in condition ? condition.below : 'above' in condition ? condition.above : condition.equals,
  )
  if (bound === undefined) return false
  if ('below' in condition) return value < bound
  return 'above' in condition ? value > bound : value === bound
}
