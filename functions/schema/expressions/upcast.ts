/** The conditions of forms published before rules were trees, as trees that say the same. */
import type { Condition } from '../condition.ts'
import type { Expression } from './expression.ts'

const yes: Expression = { call: 'true', of: [] }
const no: Expression = { call: 'false', of: [] }

export function expressionOf(condition: Condition): Expression {
  if ('all' in condition) return joined('and', condition.all.map(expressionOf), yes)
  if ('any' in condition) return joined('or', condition.any.map(expressionOf), no)
  if ('not' in condition) return { call: 'not', of: [expressionOf(condition.not)] }
  const field: Expression = { field: condition.field }
  const value = (given: string | number): Expression =>
    typeof given === 'number' ? { number: given } : { text: given }
  const bound = (given: number | { field: string }): Expression =>
    typeof given === 'number' ? { number: given } : { field: given.field }
  if ('is' in condition)
    return joined(
      'or',
      condition.is.map((each) => ({ call: '=', of: [field, value(each)] })),
      no,
    )
  if ('includes' in condition)
    return joined(
      'or',
      condition.includes.map((each) => ({ call: 'selected', of: [field, { text: each }] })),
      no,
    )
  if ('absent' in condition)
    return joined(
      'or',
      condition.absent.map((each) => ({ call: '=', of: [{ call: 'absence', of: [field] }, { text: each }] })),
      no,
    )
  if ('given' in condition) return { call: condition.given ? '!=' : '=', of: [field, { text: '' }] }
  if ('below' in condition) return { call: '<', of: [field, bound(condition.below)] }
  if ('above' in condition) return { call: '>', of: [field, bound(condition.above)] }
  // Two blanks are no equal numbers.
  return {
    call: '=',
    of: [
      { call: 'number', of: [field] },
      { call: 'number', of: [bound(condition.equals)] },
    ],
  }
}

function joined(call: 'and' | 'or', parts: readonly Expression[], none: Expression): Expression {
  return parts.length === 0 ? none : parts.reduce((left, right) => ({ call, of: [left, right] }))
}
