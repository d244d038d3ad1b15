/**
 * Makes a tree run: once for a form, then for every row and key stroke. Semantics are XPath 1.0 as ODK's engines have them;
 * where those differ, docs/xlsform.md says what is done here and a test holds all three against each other.
 */

import { wholeTextMatcher } from '../patterns/pattern.ts'
import { type Comparing, compare } from './compare.ts'
import { type Expression, everyPart } from './expression.ts'
import { type Frame, TooMuch } from './frame.ts'
import type { FunctionName } from './functions.ts'
import { momentFunctions } from './moments.ts'
import { numberFunctions } from './numbers.ts'
import { rowsWhere } from './rows.ts'
import { textFunctions } from './texts.ts'
import { atomOf, Nodes, numberOf, type Result, textOf, truthOf } from './values.ts'

export type Run = (frame: Frame) => Result
/** Where the tree stands: is this question asked in the row, and in which table is it otherwise? */
export type Place = { readonly own: (id: string) => boolean; readonly within: (table: string) => Place }

type Call = Extract<Expression, { call: unknown }>
type Work = (frame: Frame) => Result

/** Throws a RangeError for what only an importer could have let through. */
export function compile(expression: Expression, place: Place): Run {
  const run = compiled(expression, place)
  if (!isSameForAllRows(expression)) return run
  return (frame) => {
    const known = frame.memo.get(expression)
    if (known !== undefined) return known
    const result = run(frame)
    frame.memo.set(expression, result)
    return result
  }
}

/** In a boolean place an answer is true when its node exists, whatever it holds. */
export function compileTruth(expression: Expression, place: Place): (frame: Frame) => boolean {
  const run = compile(expression, place)
  return isAnswer(expression) ? () => true : (frame) => truthOf(run(frame))
}

/** One answer, as opposed to a value that was written or worked out, or to many. */
function isAnswer(expression: Expression): boolean {
  return 'field' in expression || 'self' in expression || 'choice' in expression
}

/** Something about whole tables that no row changes: worth remembering. */
function isSameForAllRows(expression: Expression): boolean {
  if (!('call' in expression)) return false
  const parts = [...everyPart(expression)]
  if (!parts.some((part) => 'column' in part || 'rows' in part)) return false
  return parts.every(
    (part) =>
      !isAnswer(part) &&
      !('call' in part && ['where', 'position', 'index', 'last', 'indexed-repeat'].includes(part.call)),
  )
}

function compiled(expression: Expression, place: Place): Work {
  if ('number' in expression) return () => expression.number
  if ('text' in expression) return () => expression.text
  if ('self' in expression) return ({ self }) => self
  if ('choice' in expression) return ({ choice }) => choice[expression.choice] ?? ''
  if ('rows' in expression) return ({ tables }) => new Nodes((tables[expression.rows] ?? []).map(() => ''))
  if ('column' in expression) {
    const { column, table } = expression
    return ({ tables }) => new Nodes((tables[table] ?? []).map((row) => row[column] ?? ''))
  }
  if ('field' in expression) {
    const { field } = expression
    return place.own(field) ? ({ row }) => row[field] ?? '' : ({ header, outer }) => outer[field] ?? header[field] ?? ''
  }
  return counted(compiledCall(expression, place))
}

function counted(work: Work): Work {
  return (frame) => {
    frame.steps -= 1
    if (frame.steps < 0) throw new TooMuch('steps')
    return work(frame)
  }
}

function compiledCall(expression: Call, place: Place): Work {
  const { call, of } = expression
  const operator = operators[call]
  if (operator !== undefined) return operator(of, place)
  const parts = of.map((part) => compile(part, place))
  const work = worker(call as FunctionName)
  const [first, second] = parts
  if (parts.length === 1 && first !== undefined) return (frame) => work([first(frame)], frame)
  if (parts.length === 2 && first !== undefined && second !== undefined)
    return (frame) => work([first(frame), second(frame)], frame)
  return (frame) =>
    work(
      parts.map((part) => part(frame)),
      frame,
    )
}

function worker(name: FunctionName): (given: readonly Result[], frame: Frame) => Result {
  const plain = numberFunctions[name] ?? textFunctions[name]
  if (plain !== undefined) return plain
  const other = momentFunctions[name] ?? others[name]
  if (other === undefined) throw new RangeError(`no function ${name}`)
  return other
}

const others: { readonly [name in FunctionName]?: (given: readonly Result[], frame: Frame) => Result } = {
  once: ([value = '']) => value,
  count: ([nodes = '']) => (nodes instanceof Nodes ? nodes.all.length : 1),
  'count-non-empty': ([nodes = '']) =>
    (nodes instanceof Nodes ? nodes.all : [nodes]).filter((each) => textOf(each) !== '').length,
  coalesce: (given) => atomOf(given.find((each) => textOf(each) !== '') ?? ''),
  regex: ([text = '', pattern = '']) => wholeTextMatcher(textOf(pattern))(textOf(text)),
  true: () => true,
  false: () => false,
  position: (_given, { index }) => index,
  index: (_given, { index }) => index,
  last: (_given, { size }) => size,
  current: (_given, { self }) => self,
  'indexed-repeat': ([column = '', , at = '']) => (column instanceof Nodes ? (column.all[numberOf(at) - 1] ?? '') : ''),
  'jr:choice-name': ([value = '', field = ''], { choiceName }) => choiceName(textOf(field), textOf(value)),
  // Made anew each time it is asked, so an importer takes it as a starting answer only.
  uuid: () => '',
}

type Operators = { readonly [name: string]: ((of: readonly Expression[], place: Place) => Work) | undefined }

const comparing = (operator: Comparing) => (of: readonly Expression[], place: Place) => {
  const [left, right] = pairOf(of)
  const [a, b] = [compile(left, place), compile(right, place)]
  const [aNode, bNode] = [isNode(left), isNode(right)]
  return (frame: Frame) => compare(operator, { value: a(frame), node: aNode }, { value: b(frame), node: bNode })
}

const calculating = (work: (a: number, b: number) => number) => (of: readonly Expression[], place: Place) => {
  const [left, right] = pairOf(of)
  const [a, b] = [compile(left, place), compile(right, place)]
  return (frame: Frame) => work(numberOf(a(frame)), numberOf(b(frame)))
}

const operators: Operators = {
  or: (of, place) => {
    const [a, b] = pairOf(of).map((part) => compileTruth(part, place))
    return (frame) => a?.(frame) === true || b?.(frame) === true
  },
  and: (of, place) => {
    const [a, b] = pairOf(of).map((part) => compileTruth(part, place))
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
  negative: ([part], place) => {
    const run = compile(part ?? nothing, place)
    return (frame) => -numberOf(run(frame))
  },
  '|': (of, place) => {
    const [left, right] = pairOf(of)
    const [a, b] = [compile(left, place), compile(right, place)]
    return (frame) => new Nodes([...nodesOf(a(frame)), ...nodesOf(b(frame))])
  },
  not: ([part], place) => {
    const run = compileTruth(part ?? nothing, place)
    return (frame) => !run(frame)
  },
  boolean: ([part], place) => compileTruth(part ?? nothing, place),
  if: ([test, yes, no], place) => {
    const decide = compileTruth(test ?? nothing, place)
    const [a, b] = [compile(yes ?? nothing, place), compile(no ?? nothing, place)]
    return (frame) => (decide(frame) ? a(frame) : b(frame))
  },
  where: (of, place) => {
    const { table, column, tests } = rowsWhere(of)
    const inside = place.within(table)
    const runs = tests.map((test) => ({ run: compile(test, inside), truth: compileTruth(test, inside) }))
    return (frame) =>
      new Nodes(picked(frame, table, runs).map((row) => (column === undefined ? '' : (row[column] ?? ''))))
  },
  absence: ([part], place) => {
    const id = part !== undefined && 'field' in part ? part.field : ''
    const own = place.own(id)
    return ({ absence, row, header }) => absence(id, own ? row : header)
  },
}

const nothing: Expression = { text: '' }

function pairOf(of: readonly Expression[]): readonly [Expression, Expression] {
  return [of[0] ?? nothing, of[1] ?? nothing]
}

function isNode(expression: Expression): boolean {
  return (
    isAnswer(expression) ||
    'column' in expression ||
    ('call' in expression && ['where', '|', 'indexed-repeat', 'current'].includes(expression.call))
  )
}

function nodesOf(result: Result) {
  return result instanceof Nodes ? result.all : [result]
}

type Test = { readonly run: Run; readonly truth: (frame: Frame) => boolean }

/** The rows that pass all tests; a number is the row's place among those that are left. */
function picked(frame: Frame, table: string, tests: readonly Test[]) {
  const { row, outer, index, size } = frame
  frame.outer = row
  const rows = tests.reduce((left, { run, truth }) => {
    frame.size = left.length
    return left.filter((each, at) => {
      frame.row = each
      frame.index = at + 1
      const result = run(frame)
      return typeof result === 'number' ? result === at + 1 : truth(frame)
    })
  }, frame.tables[table] ?? [])
  Object.assign(frame, { row, outer, index, size })
  return rows
}
