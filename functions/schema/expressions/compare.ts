/**
 * XPath's comparisons. Equality of two texts is that of texts, even where they look like days; a side that is a number makes it
 * one of numbers, unless the number is an answer and the other side a text. Of several nodes any one will do.
 */
import { Day } from './days.ts'
import { type Atom, dayIn, Nodes, numberOf, type Result, textOf, truthOf } from './values.ts'

/** A side with whether it is an answer, not a value that was written or worked out. */
export type Side = { readonly value: Result; readonly node: boolean }
export type Comparing = '=' | '!=' | '<' | '<=' | '>' | '>='

export function compare(operator: Comparing, left: Side, right: Side): boolean {
  if (typeof left.value === 'boolean' || typeof right.value === 'boolean')
    return decide(operator, Number(truth(left)), Number(truth(right)))
  return atomsOf(left).some((a) => atomsOf(right).some((b) => pair(operator, a, b, left.node, right.node)))
}

function truth({ value, node }: Side): boolean {
  return node && !(value instanceof Nodes) ? true : truthOf(value)
}

function atomsOf({ value }: Side): readonly Atom[] {
  return value instanceof Nodes ? value.all : [value]
}

function pair(operator: Comparing, a: Atom, b: Atom, aNode: boolean, bNode: boolean): boolean {
  const days = a instanceof Day || b instanceof Day
  if (operator !== '=' && operator !== '!=')
    return days ? decide(operator, number(a), number(b)) : decide(operator, numberOf(a), numberOf(b))
  const [x, y] = days ? [number(a), number(b)] : [numberOf(a), numberOf(b)]
  const asNumbers = days
    ? !(Number.isNaN(x) || Number.isNaN(y))
    : (typeof a === 'number' && !aNode) || (typeof b === 'number' && !bNode)
  const same = asNumbers ? x === y : textOf(a) === textOf(b)
  return operator === '=' ? same : !same
}

function number(atom: Atom): number {
  return dayIn(atom)?.day ?? numberOf(atom)
}

function decide(operator: Comparing, a: number, b: number): boolean {
  switch (operator) {
    case '=':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    default:
      return a >= b
  }
}
