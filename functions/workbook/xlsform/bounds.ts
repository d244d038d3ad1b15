/**
 * What of a constraint a field can say by itself: least and most, first and last day, lengths, the fewest choices. Such bounds have
 * sentences of their own and stand in the workbook too. Several bounds are intersected; what cannot be said exactly stays a rule.
 */
import { dayAt, dayOf } from '../../schema/expressions/days.ts'
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field } from '../../schema/form.ts'
import { Unmapped } from './flaws.ts'

export type Bounded = { readonly field: Field; readonly rest: readonly Expression[] }
type Limit = { readonly operator: '>=' | '<=' | '>' | '<' | '='; readonly left: Expression; readonly right: Expression }

const mirrored = { '=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const
/** As long as an answer may be anywhere. */
const longestAnswer = 5_000

/** Throws `Unmapped` where nothing could ever be answered. */
export function boundsOf(field: Field, constraint: Expression): Bounded {
  let current = field
  const rest: Expression[] = []
  for (const part of partsOf(constraint)) {
    const next = withLimit(current, limitOf(part))
    if (next === undefined) rest.push(part)
    else current = next
  }
  assertSome(current)
  return { field: current, rest }
}

export function partsOf(expression: Expression): readonly Expression[] {
  return 'call' in expression && expression.call === 'and' ? expression.of.flatMap(partsOf) : [expression]
}

/** With what speaks of the answer on the left. */
function limitOf(part: Expression): Limit | undefined {
  if (!('call' in part) || !(part.call in mirrored)) return undefined
  const [left, right] = part.of
  if (left === undefined || right === undefined) return undefined
  const operator = part.call as Limit['operator']
  if (speaksOfSelf(left)) return { operator, left, right }
  return speaksOfSelf(right) ? { operator: mirrored[operator], left: right, right: left } : undefined
}

function speaksOfSelf(expression: Expression): boolean {
  return (
    'self' in expression ||
    ('call' in expression && expression.of.length === 1 && expression.of.some((each) => 'self' in each))
  )
}

function withLimit(field: Field, limit: Limit | undefined): Field | undefined {
  if (limit === undefined) return undefined
  if ('call' in limit.left) return withCount(field, limit)
  if (field.type === 'date') return withDay(field, limit)
  return withNumber(field, limit)
}

function withNumber(field: Field, { operator, right }: Limit): Field | undefined {
  if (field.type !== 'integer' && field.type !== 'rupiah' && field.type !== 'decimal' && field.type !== 'percent')
    return undefined
  if (!('number' in right) || typeof field.min === 'object' || typeof field.max === 'object') return undefined
  const whole = field.type === 'integer' || field.type === 'rupiah'
  const strict = operator === '>' || operator === '<'
  // Between two whole numbers nothing is lost; a decimal has no next one.
  if (strict && !whole) return undefined
  const { number } = right
  const least = operator === '>' ? Math.floor(number) + 1 : whole ? Math.ceil(number) : number
  const most = operator === '<' ? Math.ceil(number) - 1 : whole ? Math.floor(number) : number
  const min = operator === '<' || operator === '<=' ? field.min : Math.max(field.min ?? least, least)
  const max = operator === '>' || operator === '>=' ? field.max : Math.min(field.max ?? most, most)
  return { ...field, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

type DateField = Extract<Field, { type: 'date' }>

function withDay(field: DateField, { operator, right }: Limit): Field | undefined {
  const literal = 'call' in right && right.call === 'date' ? right.of[0] : right
  const today = 'call' in right && right.call === 'today'
  const day = today
    ? ('today' as const)
    : literal !== undefined && 'text' in literal
      ? dayOf(literal.text)?.text.slice(0, 10)
      : undefined
  // After a day is from the next day on; after today stays a rule, since a bound names days and today itself only.
  const strict = operator === '>' || operator === '<'
  if (day === undefined || operator === '=' || (strict && today)) return undefined
  const side = operator === '>=' || operator === '>' ? 'min' : 'max'
  const before = [field[side] ?? []].flat()
  const bound = strict ? neighbour(day, operator === '>' ? 1 : -1) : day
  return { ...field, [side]: before.length === 0 ? bound : [...before, bound] }
}

function neighbour(day: string, step: number): string {
  return dayAt((dayOf(day)?.day ?? Number.NaN) + step)?.text.slice(0, 10) ?? day
}

/** `string-length(.)` and `count-selected(.)`. */
function withCount(field: Field, { operator, left, right }: Limit): Field | undefined {
  if (!('call' in left) || !('number' in right)) return undefined
  const { number } = right
  const least =
    operator === '>=' || operator === '=' ? Math.ceil(number) : operator === '>' ? Math.floor(number) + 1 : undefined
  const most =
    operator === '<=' || operator === '=' ? Math.floor(number) : operator === '<' ? Math.ceil(number) - 1 : undefined
  if (left.call === 'string-length' && field.type === 'text') {
    const minLength = least === undefined ? field.minLength : Math.max(field.minLength ?? 0, least)
    const wanted = most === undefined ? field.maxLength : limitsLength(field) ? Math.min(field.maxLength, most) : most
    // A length that nobody stated gives way to one that is demanded.
    const given = (minLength ?? 0) > wanted && most === undefined && !limitsLength(field) ? longestAnswer : wanted
    const maxLength = Math.min(longestAnswer, given)
    return { ...field, ...(minLength === undefined ? {} : { minLength }), maxLength }
  }
  if (left.call === 'count-selected' && field.type === 'choices' && most === undefined && least !== undefined)
    return { ...field, minChoices: Math.max(field.minChoices ?? 0, least) }
  return undefined
}

/** A length that the form stated, not the one that a text has by itself. */
function limitsLength({ maxLength }: { readonly maxLength: number }): boolean {
  return maxLength !== 500 && maxLength !== 2_000
}

function assertSome(field: Field): void {
  if (
    'min' in field &&
    'max' in field &&
    typeof field.min === 'number' &&
    typeof field.max === 'number' &&
    field.min > field.max
  )
    throw new Unmapped('range-empty', `${field.min} > ${field.max}`)
  if (field.type === 'text' && (field.minLength ?? 0) > field.maxLength)
    throw new Unmapped('range-empty', `${field.minLength} > ${field.maxLength}`)
  if (field.type === 'date') {
    const days = (bounds: DateField['min']) =>
      [bounds ?? []].flat().filter((each) => typeof each === 'string' && each !== 'today')
    const [first = '', last = '9'] = [days(field.min).sort().at(-1), days(field.max).sort()[0]]
    if (String(first) > String(last)) throw new Unmapped('range-empty', `${first} > ${last}`)
  }
}
