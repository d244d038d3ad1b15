/** What is not worked out from values alone: operators, what decides, what picks, and what looks at an answer as it was given. */
import { type Comparing, compare } from './compare.ts'
import type { Expression } from './expression.ts'
import type { Frame } from './frame.ts'
import { itemsWhere, type ListItem, rowsWithin } from './picking.ts'
import { rowsWhere } from './rows.ts'
import { Nodes, numberOf, type Result } from './values.ts'

export type Run = (frame: Frame) => Result
/** Where the tree stands: is this question asked in the row, in which table is it otherwise, and what is in a list of the form? */
export type Place = {
  readonly own: (id: string) => boolean
  readonly within: (table: string) => Place
  readonly list: (id: string) => readonly ListItem[]
}
/** How the parts of a tree are made to run. */
export type Making = {
  readonly place: Place
  readonly value: (expression: Expression) => Run
  readonly truth: (expression: Expression) => (frame: Frame) => boolean
  readonly within: (table: string) => Making
}
type Operator = (of: readonly Expression[], make: Making) => Run

/** One answer, as opposed to a value that was written or worked out, or to many. */
export function isAnswer(expression: Expression): boolean {
  return 'field' in expression || 'self' in expression || 'choice' in expression
}

const comparing =
  (operator: Comparing): Operator =>
  (of, make) => {
    const [left, right] = pairOf(of)
    const [a, b] = [make.value(left), make.value(right)]
    const [aNode, bNode] = [isNode(left), isNode(right)]
    return (frame) => compare(operator, { value: a(frame), node: aNode }, { value: b(frame), node: bNode })
  }

const calculating =
  (work: (a: number, b: number) => number): Operator =>
  (of, make) => {
    const [a, b] = pairOf(of).map(make.value)
    return (frame) => work(numberOf(a?.(frame) ?? ''), numberOf(b?.(frame) ?? ''))
  }

export const operators: { readonly [name: string]: Operator | undefined } = {
  or: (of, make) => {
    const [a, b] = pairOf(of).map(make.truth)
    return (frame) => a?.(frame) === true || b?.(frame) === true
  },
  and: (of, make) => {
    const [a, b] = pairOf(of).map(make.truth)
    return (frame) => a?.(frame) === true && b?.(frame) === true
  },
  '=': comparing('='),
  '!=': comparing('!='),
  '<': comparing('<'),
  '<=': comparing('<='),
  '>': comparing('>'),
  '>=': comparing('>='),
  '+': calculating((a, b) => a + b),
  '-': calculating((a, b) => a - b),
  '*': calculating((a, b) => a * b),
  div: calculating((a, b) => a / b),
  mod: calculating((a, b) => a % b),
  negative: ([part], make) => {
    const run = make.value(part ?? nothing)
    return (frame) => -numberOf(run(frame))
  },
  '|': (of, make) => {
    const [left, right] = pairOf(of)
    const [a, b] = [make.value(left), make.value(right)]
    return (frame) => new Nodes([...nodesOf(a(frame)), ...nodesOf(b(frame))])
  },
  not: ([part], make) => {
    const run = make.truth(part ?? nothing)
    return (frame) => !run(frame)
  },
  boolean: ([part], make) => make.truth(part ?? nothing),
  if: ([test, yes, no], make) => {
    const decide = make.truth(test ?? nothing)
    const [a, b] = [make.value(yes ?? nothing), make.value(no ?? nothing)]
    return (frame) => (decide(frame) ? a(frame) : b(frame))
  },
  where: (of, make) => {
    const { table, list, column, tests } = rowsWhere(of)
    const inside = table === undefined ? make : make.within(table)
    const runs = tests.map((test) => ({ run: inside.value(test), truth: inside.truth(test) }))
    return list === undefined ? rowsWithin(table ?? '', column, runs) : itemsWhere(make.place.list(list), column, runs)
  },
  absence: looking(({ absence }) => absence),
  typed: looking(({ typed }) => typed),
}

/** At the answer of one question, beside what it counts as. */
function looking(way: (frame: Frame) => (field: string, row: Frame['row']) => Result): Operator {
  return ([part], { place }) => {
    const id = part !== undefined && 'field' in part ? part.field : ''
    const own = place.own(id)
    return (frame) => way(frame)(id, own ? frame.row : frame.header)
  }
}

const nothing: Expression = { text: '' }

function pairOf(of: readonly Expression[]): readonly [Expression, Expression] {
  return [of[0] ?? nothing, of[1] ?? nothing]
}

function isNode(expression: Expression): boolean {
  return (
    isAnswer(expression) ||
    'column' in expression ||
    'list' in expression ||
    ('call' in expression && ['where', '|', 'indexed-repeat', 'current', 'typed'].includes(expression.call))
  )
}

function nodesOf(result: Result) {
  return result instanceof Nodes ? result.all : [result]
}
