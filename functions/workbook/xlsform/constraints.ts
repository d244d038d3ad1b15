/**
 * From a `constraint` to what a field knows: min, max, lengths, a pattern, the fewest choices, or that a sum stays below the
 * answer. Only parts joined by `and` can be kept apart; each part must say something about `.`, the answer itself.
 */
import { type FieldOf, kindOf } from '../../schema/fields/kinds.ts'
import type { Field, Table } from '../../schema/form.ts'
import { patternFlaw } from '../../schema/patterns/pattern-flaw.ts'
import type { Wording } from '../../schema/wording.ts'
import { fieldIn, isNumber, type Names, readExpression, worded } from './conditions.ts'
import type { Expression, Operator } from './expression.ts'
import { Unmapped } from './flaws.ts'

type SumLimit = NonNullable<Table['sumLimits']>[number]
type Comparison = { readonly operator: Operator; readonly left: Expression; readonly right: Expression }
export type Constrained = {
  readonly field: Field
  readonly sumLimits: readonly SumLimit[]
  readonly messageUsed: boolean
}

const mirrored: Partial<Record<Operator, Operator>> = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
const defaultMessage: Wording = {
  id: 'Isian tidak sesuai bentuk yang diminta.',
  en: 'The answer does not have the form asked for.',
}

/** Throws `Unmapped`. */
export function constrain(field: Field, source: string, message: Wording | undefined, names: Names): Constrained {
  let current: Field = field
  let messageUsed = false
  const sumLimits: SumLimit[] = []
  for (const part of partsOf(readExpression(source))) {
    const limit = sumLimit(current, part, message, names)
    const pattern = patternOf(current, part, message)
    if (limit !== undefined) sumLimits.push(limit)
    else current = pattern ?? bounded(current, comparisonOf(part), names)
    messageUsed ||= limit !== undefined || pattern !== undefined
  }
  return { field: current, sumLimits, messageUsed }
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'operation') return [expression]
  if (expression.operator === 'or') throw new Unmapped('constraint-with-or')
  if (expression.operator !== 'and') return [expression]
  return [...partsOf(expression.left), ...partsOf(expression.right)]
}

/** With what speaks of `.` on the left. */
function comparisonOf(part: Expression): Comparison {
  if (part.kind !== 'operation') throw new Unmapped('expression-not-supported', worded(part))
  const { operator, left, right } = part
  const turned = mirrored[operator]
  if (turned === undefined) throw new Unmapped('expression-not-supported', operator)
  if (speaksOfSelf(left)) return { operator, left, right }
  if (speaksOfSelf(right)) return { operator: turned, left: right, right: left }
  throw new Unmapped('expression-not-supported', `${worded(left)} ${operator} ${worded(right)}`)
}

function speaksOfSelf(expression: Expression): boolean {
  if (expression.kind === 'self') return true
  return expression.kind === 'call' && expression.arguments.some((each) => each.kind === 'self')
}

function isNumeric(field: Field): field is FieldOf<'integer' | 'rupiah' | 'decimal' | 'percent'> {
  return kindOf(field).stored === 'number'
}

function bounded(field: Field, { operator, left, right }: Comparison, names: Names): Field {
  if (left.kind === 'call') return counted(field, left.name, operator, right)
  if (field.type === 'date') return dateBounded(field, operator, dateBound(right, names))
  if (!isNumeric(field)) throw new Unmapped('wrong-kind', field.id)
  if (right.kind === 'field') {
    const other = fieldIn(right, names)
    if (!isNumber(other)) throw new Unmapped('wrong-kind', other.id)
    if (operator === '>=') return { ...field, min: { field: other.id } }
    if (operator === '<=') return { ...field, max: { field: other.id } }
    throw new Unmapped('expression-not-supported', `. ${operator} ${worded(right)}`)
  }
  if (right.kind !== 'number') throw new Unmapped('expression-not-supported', worded(right))
  const { value } = right
  // The smallest step that the field can tell apart turns "more than" into "at least".
  const step = 'decimals' in field ? 10 ** -field.decimals : 1
  const rounded = (number: number) => Number(number.toFixed(6))
  if (operator === '=') return { ...field, min: value, max: value }
  if (operator === '>=' || operator === '>') return { ...field, min: operator === '>' ? rounded(value + step) : value }
  return { ...field, max: operator === '<' ? rounded(value - step) : value }
}

/** `string-length(.)` and `count-selected(.)`. */
function counted(field: Field, name: string, operator: Operator, right: Expression): Field {
  if (right.kind !== 'number' || !Number.isInteger(right.value))
    throw new Unmapped('expression-not-supported', worded(right))
  if (operator === '=' && name === 'string-length' && field.type === 'text' && right.value > 0)
    return { ...field, minLength: right.value, maxLength: right.value }
  const least = operator === '>=' ? right.value : operator === '>' ? right.value + 1 : undefined
  const most = operator === '<=' ? right.value : operator === '<' ? right.value - 1 : undefined
  if (name === 'string-length' && field.type === 'text') {
    if (least !== undefined) return { ...field, minLength: least }
    if (most !== undefined && most > 0) return { ...field, maxLength: most }
  }
  if (name === 'count-selected' && field.type === 'choices' && least !== undefined)
    return { ...field, minChoices: least }
  throw new Unmapped('expression-not-supported', `${name}(.) ${operator}`)
}

type DateField = Extract<Field, { type: 'date' }>
type DateBound = Exclude<NonNullable<DateField['min']>, readonly unknown[]>

function dateBounded(field: DateField, operator: Operator, bound: DateBound): Field {
  if (operator === '>=') return { ...field, min: joined(field.min, bound) }
  if (operator === '<=') return { ...field, max: joined(field.max, bound) }
  throw new Unmapped('expression-not-supported', `. ${operator}`)
}

function joined(before: DateField['min'], bound: DateBound): DateField['min'] {
  return before === undefined ? bound : [...(Array.isArray(before) ? before : [before]), bound]
}

function dateBound(right: Expression, names: Names): DateBound {
  if (right.kind === 'call' && right.name === 'today' && right.arguments.length === 0) return 'today'
  const literal = right.kind === 'call' && right.name === 'date' ? right.arguments[0] : right
  if (literal?.kind === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(literal.value)) return literal.value
  if (right.kind !== 'field') throw new Unmapped('expression-not-supported', worded(right))
  const other = fieldIn(right, names)
  if (other.type !== 'date') throw new Unmapped('wrong-kind', other.id)
  return { field: other.id }
}

function patternOf(field: Field, part: Expression, message: Wording | undefined): Field | undefined {
  if (part.kind !== 'call' || part.name !== 'regex') return undefined
  const [self, source] = part.arguments
  if (field.type !== 'text' || self?.kind !== 'self' || source?.kind !== 'text')
    throw new Unmapped('expression-not-supported', 'regex()')
  const flaw = patternFlaw(source.value, field.maxLength)
  if (flaw !== undefined) throw new Unmapped(`pattern-${flaw}`, source.value)
  return { ...field, pattern: { source: source.value, message: message ?? defaultMessage } }
}

/** `. >= ${a} + ${b}`: the answer holds at least what the others add up to. */
function sumLimit(field: Field, part: Expression, message: Wording | undefined, names: Names): SumLimit | undefined {
  if (part.kind !== 'operation' || part.operator !== '>=' || part.left.kind !== 'self') return undefined
  if (part.right.kind !== 'operation' || part.right.operator !== '+') return undefined
  const sum = addends(part.right).map((each) => fieldIn(each, names).id)
  const listed = sum.join(' + ')
  return {
    sum,
    atMost: field.id,
    message: message ?? {
      id: `${field.label.id} harus paling sedikit sebesar jumlah ${listed}.`,
      en: `${field.label.en} must be at least the sum of ${listed}.`,
    },
  }
}

/** Throws `Unmapped` unless the expression is a sum of fields. */
export function addends(expression: Expression): (Expression & { kind: 'field' })[] {
  if (expression.kind === 'field') return [expression]
  if (expression.kind !== 'operation' || expression.operator !== '+')
    throw new Unmapped('expression-not-supported', worded(expression))
  return [...addends(expression.left), ...addends(expression.right)]
}
