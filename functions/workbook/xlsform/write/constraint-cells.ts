/** What an answer must be, as one expression: the bounds that a field has by itself, and its rule. */
import type { Expression } from '../../../schema/expressions/expression.ts'
import type { DateBound, Field } from '../../../schema/form.ts'
import { joined } from '../cells-reader.ts'
import { worded } from './worded.ts'

type Cells = Record<string, string | undefined>
type Side = '>=' | '<='

const self: Expression = { self: true }

export function constraintCells(field: Field, write: (expression: Expression) => string): Cells {
  const constraint = field.rules?.constraint
  const parts = [...boundsOf(field), ...(constraint === undefined ? [] : [constraint.test])]
  const whole = joined(parts)
  if (whole === undefined) return {}
  return {
    constraint: write(whole),
    ...(constraint && worded('constraint_message', constraint.message)),
    ...(constraint?.severity && { constraint_severity: constraint.severity }),
  }
}

function boundsOf(field: Field): Expression[] {
  if (field.type === 'text') return textBounds(field)
  if (field.type === 'choices')
    return field.minChoices && !field.ordered ? [compared('>=', counted('count-selected'), field.minChoices)] : []
  if (field.type === 'date') return [...dayBounds('>=', field.min), ...dayBounds('<=', field.max)]
  if (!('min' in field) && !('max' in field)) return []
  const { min, max } = field as { min?: number | { field: string }; max?: number | { field: string } }
  const side = (operator: Side, bound: typeof min): Expression[] =>
    bound === undefined
      ? []
      : [{ call: operator, of: [self, typeof bound === 'number' ? { number: bound } : { field: bound.field }] }]
  return [...side('>=', min), ...side('<=', max)]
}

function textBounds({ minLength, maxLength, multiline, pattern }: Extract<Field, { type: 'text' }>): Expression[] {
  const usual = multiline ? 2_000 : 500
  return [
    ...(minLength === undefined ? [] : [compared('>=', counted('string-length'), minLength)]),
    ...(maxLength === usual ? [] : [compared('<=', counted('string-length'), maxLength)]),
    ...(pattern === undefined ? [] : [{ call: 'regex' as const, of: [self, { text: pattern.source }] }]),
  ]
}

function counted(call: 'string-length' | 'count-selected'): Expression {
  return { call, of: [self] }
}

function compared(operator: Side, left: Expression, number: number): Expression {
  return { call: operator, of: [left, { number }] }
}

function dayBounds(operator: Side, bounds: DateBound | DateBound[] | undefined): Expression[] {
  return [bounds ?? []].flat().flatMap((bound): Expression[] => {
    if (bound === 'today') return [{ call: operator, of: [self, { call: 'today', of: [] }] }]
    if (typeof bound === 'string') return [{ call: operator, of: [self, { call: 'date', of: [{ text: bound }] }] }]
    // Counted from the fiscal year: XLSForm has no word for it.
    return 'field' in bound ? [{ call: operator, of: [self, { field: bound.field }] }] : []
  })
}
