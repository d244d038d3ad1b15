/**
 * From a `calculation` to what can be computed here: a sum of fields, or a percentage of two. A sum over the rows of a table is
 * no field: its column is shown with a total, on the page and on the receipt.
 */
import type { Field } from '../../schema/form.ts'
import { fieldIn, isNumber, type Names, readExpression, worded } from './conditions.ts'
import { addends } from './constraints.ts'
import type { Expression } from './expression.ts'
import { Unmapped } from './flaws.ts'

type Computed = Extract<Field, { type: 'computed' }>
export type Calculation = { readonly field: Computed } | { readonly totalOf: string }

/** Throws `Unmapped`. */
export function calculate(field: Computed, source: string, names: Names): Calculation {
  const whole = readExpression(source)
  if (whole.kind === 'call' && whole.name === 'sum') {
    const [column] = whole.arguments
    if (column?.kind !== 'field') throw new Unmapped('expression-not-supported', 'sum()')
    return { totalOf: column.name }
  }
  const { expression, decimals } = rounded(whole, field.decimals)
  const percent = percentOf(expression)
  if (percent !== undefined) {
    return {
      field: {
        ...field,
        decimals,
        formula: { percent: { part: number(percent.part, names), whole: number(percent.whole, names) } },
      },
    }
  }
  return { field: { ...field, decimals, formula: { sum: addends(expression).map((each) => number(each, names)) } } }
}

/** `round(x, n)`. */
function rounded(expression: Expression, decimals: number): { expression: Expression; decimals: number } {
  if (expression.kind !== 'call') return { expression, decimals }
  const [inner, digits] = expression.arguments
  const known = digits?.kind === 'number' && [0, 1, 2].includes(digits.value)
  if (expression.name !== 'round' || inner === undefined || !known)
    throw new Unmapped('expression-not-supported', worded(expression))
  return { expression: inner, decimals: digits.value }
}

/** `${a} div ${b} * 100`, `100 * ${a} div ${b}`, `${a} * 100 div ${b}`. */
function percentOf(expression: Expression): { part: Expression; whole: Expression } | undefined {
  const product = operands(expression, '*')
  if (product !== undefined) {
    const [left, right] = product
    const ratio = isHundred(left) ? operands(right, 'div') : isHundred(right) ? operands(left, 'div') : undefined
    return ratio && { part: ratio[0], whole: ratio[1] }
  }
  const ratio = operands(expression, 'div')
  const top = ratio && operands(ratio[0], '*')
  if (ratio === undefined || top === undefined) return undefined
  const part = isHundred(top[0]) ? top[1] : isHundred(top[1]) ? top[0] : undefined
  return part && { part, whole: ratio[1] }
}

function operands(expression: Expression, operator: '*' | 'div'): [Expression, Expression] | undefined {
  if (expression.kind !== 'operation' || expression.operator !== operator) return undefined
  return [expression.left, expression.right]
}

function isHundred(expression: Expression): boolean {
  return expression.kind === 'number' && expression.value === 100
}

function number(expression: Expression, names: Names): string {
  if (expression.kind !== 'field') throw new Unmapped('expression-not-supported', worded(expression))
  const field = fieldIn(expression, names)
  if (!isNumber(field)) throw new Unmapped('wrong-kind', field.id)
  // The field model computes from what is typed, never from another computed cell.
  if (field.type === 'computed') throw new Unmapped('expression-not-supported', worded(expression))
  return field.id
}
