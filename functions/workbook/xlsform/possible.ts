/** Can a constraint ever hold? What compares the answer with what is known beforehand is put together, each kind by itself. */
import { dayOf } from '../../schema/expressions/days.ts'
import type { Expression } from '../../schema/expressions/expression.ts'
import { writeExpression } from '../../schema/expressions/write.ts'
import type { Field } from '../../schema/form.ts'
import { Unmapped } from './flaws.ts'

type Axis = 'answer' | 'today' | 'length' | 'count'
type Point = { readonly axis: Axis; readonly value: number }
type Span = { low: number; high: number; lowOpen: boolean; highOpen: boolean }
type Comparing = '=' | '<' | '<=' | '>' | '>='

const mirrored: Record<Comparing, Comparing> = { '=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' }
const inverse: Partial<Record<Comparing, Comparing>> = { '<': '>=', '>': '<=', '<=': '>', '>=': '<' }
const longestAnswer = 5_000

/** Throws `Unmapped` where nothing could ever be answered. A constraint is not asked of no answer, so a length begins at 1. */
export function assertPossible(field: Field, test: Expression): void {
  if (isNever(test)) throw new Unmapped('range-empty', 'false')
  const spans = new Map<Axis, Span>()
  const spanOf = (axis: Axis) => {
    const span = spans.get(axis) ?? naturalSpan(axis, field)
    spans.set(axis, span)
    return span
  }
  for (const { operator, point } of comparisonsIn(test, field)) narrow(spanOf(point.axis), operator, point.value)
  for (const [axis, span] of spans) {
    const whole = axis !== 'answer' || (field.type !== 'decimal' && field.type !== 'percent')
    const low = whole && Number.isFinite(span.low) ? firstWhole(span) : span.low
    const high = whole && Number.isFinite(span.high) ? lastWhole(span) : span.high
    if (low > high || (!whole && low === high && (span.lowOpen || span.highOpen)))
      throw new Unmapped('range-empty', said(test))
  }
}

function firstWhole({ low, lowOpen }: Span): number {
  return lowOpen ? Math.floor(low) + 1 : Math.ceil(low)
}

function lastWhole({ high, highOpen }: Span): number {
  return highOpen ? Math.ceil(high) - 1 : Math.floor(high)
}

/** What is the same whatever is answered, and does not hold. */
function isNever(test: Expression): boolean {
  if ('number' in test) return test.number === 0
  if ('text' in test) return test.text === ''
  return 'call' in test && test.call === 'false'
}

function naturalSpan(axis: Axis, field: Field): Span {
  const open = { lowOpen: false, highOpen: false }
  if (axis === 'length') return { low: 1, high: longestAnswer, ...open }
  if (axis === 'count') {
    const own = 'choices' in field && !('reference' in field.choices) ? field.choices.length : Number.POSITIVE_INFINITY
    return { low: 1, high: own, ...open }
  }
  const [min, max] = 'min' in field ? [field.min, field.max] : []
  return {
    low: axis === 'answer' && typeof min === 'number' ? min : Number.NEGATIVE_INFINITY,
    high: axis === 'answer' && typeof max === 'number' ? max : Number.POSITIVE_INFINITY,
    ...open,
  }
}

function narrow(span: Span, operator: Comparing, value: number): void {
  if (operator !== '<' && operator !== '<=' && value >= span.low) {
    span.lowOpen = operator === '>' || (span.lowOpen && value === span.low)
    span.low = value
  }
  if (operator !== '>' && operator !== '>=' && value <= span.high) {
    span.highOpen = operator === '<' || (span.highOpen && value === span.high)
    span.high = value
  }
}

type Comparison = { readonly operator: Comparing; readonly point: Point }

function comparisonsIn(test: Expression, field: Field): Comparison[] {
  if (!('call' in test)) return []
  const [left, right] = test.of
  if (test.call === 'and') return test.of.flatMap((part) => comparisonsIn(part, field))
  if (test.call === 'not' && left !== undefined && 'call' in left) {
    const operator = inverse[left.call as Comparing]
    return operator === undefined ? [] : comparisonsIn({ call: operator, of: left.of }, field)
  }
  if (!Object.hasOwn(mirrored, test.call) || left === undefined || right === undefined) return []
  const operator = test.call as Comparing
  const straight = pointOf(left, right, field)
  if (straight !== undefined) return [{ operator, point: straight }]
  const turned = pointOf(right, left, field)
  return turned === undefined ? [] : [{ operator: mirrored[operator], point: turned }]
}

function pointOf(subject: Expression, other: Expression, field: Field): Point | undefined {
  const axis = axisOf(subject)
  if (axis === undefined) return undefined
  const number = constantOf(other)
  if (axis !== 'answer') return number === undefined ? undefined : { axis, value: number }
  if (field.type === 'date' || field.type === 'time' || field.type === 'moment') return momentPoint(other, field)
  return number === undefined || field.type === 'text' ? undefined : { axis, value: number }
}

function axisOf(subject: Expression): Axis | undefined {
  if ('self' in subject) return 'answer'
  if (!('call' in subject) || subject.of.length !== 1 || !subject.of.some((part) => 'self' in part)) return undefined
  if (subject.call === 'string-length') return 'length'
  return subject.call === 'count-selected' ? 'count' : undefined
}

/** A number that stands there, or is reckoned from such. */
function constantOf(expression: Expression): number | undefined {
  if ('number' in expression) return expression.number
  if (!('call' in expression)) return undefined
  const [a, b] = expression.of.map(constantOf)
  if (a === undefined) return undefined
  if (expression.call === 'negative') return -a
  if (b === undefined) return undefined
  const worked = { '+': a + b, '-': a - b, '*': a * b, div: a / b, mod: a % b }
  return Object.hasOwn(worked, expression.call) ? worked[expression.call as '+'] : undefined
}

function momentPoint(other: Expression, field: Field): Point | undefined {
  const today = fromToday(other)
  if (today !== undefined) return { axis: 'today', value: today }
  const literal = 'call' in other && (other.call === 'date' || other.call === 'date-time') ? other.of[0] : other
  if (literal === undefined || !('text' in literal)) return undefined
  if (field.type === 'date') {
    const day = dayOf(literal.text)?.day
    return day === undefined ? undefined : { axis: 'answer', value: Math.floor(day) }
  }
  const time = /^(\d{2}):(\d{2})/.exec(literal.text)
  return field.type === 'time' && time ? { axis: 'answer', value: Number(time[1]) * 60 + Number(time[2]) } : undefined
}

/** Days after today. */
function fromToday(other: Expression): number | undefined {
  if (!('call' in other)) return undefined
  if (other.call === 'today') return 0
  if (other.call === 'date' && other.of[0] !== undefined) return fromToday(other.of[0])
  const [day, days] = other.of
  const from = day && fromToday(day)
  const more = days && constantOf(days)
  if (from === undefined || more === undefined || (other.call !== '+' && other.call !== '-')) return undefined
  return other.call === '+' ? from + more : from - more
}

function said(test: Expression): string {
  return writeExpression(test, (id) => id)
}
