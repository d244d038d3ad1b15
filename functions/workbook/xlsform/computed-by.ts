/** Questions that are worked out: what kind of value comes out, and with how many digits. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field } from '../../schema/form.ts'

type Computed = Extract<Field, { type: 'computed' }>

/** A question of any type that is worked out: shown, and nobody's to type. */
export function computedBy(field: Field, expression: Expression, appearance: string): Computed {
  const { id, label, hint, under, rules, required } = field
  const hidden = field.type === 'computed' ? field.hidden : undefined
  const gives =
    field.type === 'computed'
      ? givenBy(expression)
      : field.type === 'date'
        ? 'date'
        : ['integer', 'decimal', 'rupiah', 'percent'].includes(field.type)
          ? 'number'
          : 'text'
  return {
    id,
    label,
    required,
    type: 'computed',
    formula: { expression, gives: gives === 'number' && /\bpercent\b/.test(appearance) ? 'percent' : gives },
    decimals: decimalsOf(expression, field),
    ...(hint && { hint }),
    ...(under && { under }),
    ...(rules && { rules }),
    ...(hidden && { hidden }),
  }
}

const numeric = new Set([
  ...['+', '-', '*', 'div', 'mod', 'negative', 'sum', 'min', 'max', 'round', 'int', 'abs', 'floor', 'ceiling', 'pow'],
  ...[
    'number',
    'count',
    'count-selected',
    'count-non-empty',
    'string-length',
    'position',
    'index',
    'decimal-date-time',
  ],
  ...['decimal-time', 'sqrt', 'exp', 'exp10', 'log', 'log10', 'pi', 'last'],
])

function givenBy(expression: Expression): 'number' | 'text' | 'date' {
  if ('number' in expression) return 'number'
  if (!('call' in expression)) return 'text'
  if (numeric.has(expression.call)) return 'number'
  if (expression.call === 'today' || expression.call === 'date') return 'date'
  const [, yes, no] = expression.of
  if (expression.call === 'if' && yes && no && givenBy(yes) === givenBy(no)) return givenBy(yes)
  if (expression.call === 'coalesce' || expression.call === 'once')
    return expression.of.every((part) => givenBy(part) === 'number') ? 'number' : 'text'
  return 'text'
}

function decimalsOf(expression: Expression, field: Field): number {
  if (field.type === 'integer' || field.type === 'rupiah') return 0
  if ('call' in expression && expression.call === 'round') {
    const [, digits] = expression.of
    const count = digits === undefined ? 0 : 'number' in digits ? digits.number : 6
    return Math.min(6, Math.max(0, count))
  }
  return 6
}
