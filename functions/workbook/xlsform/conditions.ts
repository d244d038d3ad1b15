/**
 * From an expression to a condition of the form (`relevant`, and `required` where it is one). Types are checked: a choice that
 * does not exist or a number compared with a text would be a rule that never fires, and nobody would see it.
 */
import { kindOf } from '../../schema/fields/kinds.ts'
import type { Condition, Field } from '../../schema/form.ts'
import { type Expression, type Operator, parseExpression } from './expression.ts'
import { Unmapped } from './flaws.ts'
import { fieldNameOf } from './sheets.ts'

/** The field that a name stands for at some place, or undefined when it cannot be used there. */
export type Names = (name: string) => Field | undefined

const arithmetic: readonly Operator[] = ['+', '-', '*', 'div', 'mod']
const mirrored: Partial<Record<Operator, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
const always: Condition = { all: [] }
const never: Condition = { any: [] }

/** Throws `Unmapped`. */
export function readExpression(source: string): Expression {
  try {
    return parseExpression(source)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unmapped('expression-unreadable', error.message)
    throw error
  }
}

/** Throws `Unmapped`. */
export function conditionOf(expression: Expression, names: Names): Condition {
  if (expression.kind === 'call') return callCondition(expression, names)
  if (expression.kind !== 'operation') throw new Unmapped('expression-not-supported', worded(expression))
  const { operator, left, right } = expression
  if (operator === 'and') return { all: [conditionOf(left, names), conditionOf(right, names)] }
  if (operator === 'or') return { any: [conditionOf(left, names), conditionOf(right, names)] }
  if (arithmetic.includes(operator)) throw new Unmapped('arithmetic-in-condition')
  if (left.kind === 'field') return comparison(fieldIn(left, names), operator, right, names)
  const turned = mirrored[operator]
  if (right.kind === 'field' && turned !== undefined) return comparison(fieldIn(right, names), turned, left, names)
  const calculates = [left, right].some((side) => side.kind === 'operation' && arithmetic.includes(side.operator))
  throw calculates
    ? new Unmapped('arithmetic-in-condition')
    : new Unmapped('expression-not-supported', worded(expression))
}

function callCondition({ name, arguments: given }: Expression & { kind: 'call' }, names: Names): Condition {
  const [first, second] = given
  if (name === 'true' && first === undefined) return always
  if (name === 'false' && first === undefined) return never
  if (name === 'not' && first !== undefined && second === undefined) return { not: conditionOf(first, names) }
  if (name === 'selected' && first?.kind === 'field' && (second?.kind === 'text' || second?.kind === 'number')) {
    const field = fieldIn(first, names)
    const { value } = knownChoice(field, String(second.value))
    return field.type === 'choices' ? { field: field.id, includes: [value] } : { field: field.id, is: [value] }
  }
  throw new Unmapped('expression-not-supported', `${name}()`)
}

/** The field of a name. Throws `Unmapped` where it cannot be used. */
export function fieldIn({ name }: Expression & { kind: 'field' }, names: Names): Field {
  const field = names(fieldNameOf(name))
  if (field === undefined) throw new Unmapped('field-unknown', name)
  return field
}

function comparison(field: Field, operator: Operator, other: Expression, names: Names): Condition {
  if (other.kind === 'text') return textComparison(field, operator, other.value)
  // Codes of choices are often numbers, and written without quotes.
  if (other.kind === 'number' && field.type === 'choice') return textComparison(field, operator, String(other.value))
  const bound =
    other.kind === 'number' ? other.value : other.kind === 'field' ? numberField(fieldIn(other, names)) : undefined
  if (bound === undefined) {
    if (other.kind === 'operation') throw new Unmapped('arithmetic-in-condition')
    throw new Unmapped('expression-not-supported', worded(other))
  }
  if (!isNumber(field)) throw new Unmapped('wrong-kind', field.id)
  const id = field.id
  const equal: Condition = { field: id, equals: bound }
  switch (operator) {
    case '=':
      return equal
    case '!=':
      return { not: equal }
    case '<':
      return { field: id, below: bound }
    case '>':
      return { field: id, above: bound }
    case '<=':
      return { any: [{ field: id, below: bound }, equal] }
    default:
      return { any: [{ field: id, above: bound }, equal] }
  }
}

function textComparison(field: Field, operator: Operator, text: string): Condition {
  if (operator !== '=' && operator !== '!=') throw new Unmapped('wrong-kind', field.id)
  if (text === '') return { field: field.id, given: operator === '!=' }
  if (field.type === 'choice') knownChoice(field, text)
  else if (field.type !== 'text') throw new Unmapped('wrong-kind', field.id)
  const is: Condition = { field: field.id, is: [text] }
  return operator === '=' ? is : { not: is }
}

/** Entries of a region's list are not known here; any value may be one. */
function knownChoice(field: Field, value: string): { value: string } {
  if (field.type !== 'choice' && field.type !== 'choices') throw new Unmapped('wrong-kind', field.id)
  const known = 'reference' in field.choices || field.choices.some((choice) => choice.value === value)
  if (!known) throw new Unmapped('choice-unknown', value)
  return { value }
}

export function isNumber(field: Field): boolean {
  return field.type === 'computed' || kindOf(field).stored === 'number'
}

function numberField(field: Field): { field: string } {
  if (!isNumber(field)) throw new Unmapped('wrong-kind', field.id)
  return { field: field.id }
}

/** What to call a part of an expression in a sentence. */
export function worded(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'text':
      return `'${expression.value}'`
    case 'field':
      return `\${${expression.name}}`
    case 'self':
      return '.'
    case 'call':
      return `${expression.name}()`
    default:
      return expression.operator
  }
}
