/**
 * Makes a tree run: once for a form, then for every row and key stroke. Semantics are XPath 1.0 as ODK's engines have them;
 * where those differ, docs/xlsform.md says what is done here and a test holds all three against each other.
 */

import { wholeTextMatcher } from '../patterns/pattern.ts'
import { type Expression, everyPart } from './expression.ts'
import { type Frame, TooMuch } from './frame.ts'
import type { FunctionName } from './functions.ts'
import { momentFunctions } from './moments.ts'
import { numberFunctions } from './numbers.ts'
import { isAnswer, type Making, operators, type Place, type Run } from './operators.ts'
import { allOf } from './picking.ts'
import { textFunctions } from './texts.ts'
import { atomOf, Nodes, numberOf, type Result, textOf, truthOf } from './values.ts'

export type { Place, Run } from './operators.ts'

type Call = Extract<Expression, { call: unknown }>

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

function compiled(expression: Expression, place: Place): Run {
  if ('number' in expression) return () => expression.number
  if ('text' in expression) return () => expression.text
  if ('self' in expression) return ({ self }) => self
  if ('choice' in expression) return ({ choice }) => choice[expression.choice] ?? ''
  if ('rows' in expression) return ({ tables }) => new Nodes((tables[expression.rows] ?? []).map(() => ''))
  if ('list' in expression) return allOf(place.list(expression.list), expression.pick)
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

function counted(work: Run): Run {
  return (frame) => {
    frame.steps -= 1
    if (frame.steps < 0) throw new TooMuch('steps')
    return work(frame)
  }
}

function makingAt(place: Place): Making {
  return {
    place,
    value: (expression) => compile(expression, place),
    truth: (expression) => compileTruth(expression, place),
    within: (table) => makingAt(place.within(table)),
  }
}

function compiledCall(expression: Call, place: Place): Run {
  const { call, of } = expression
  const operator = operators[call]
  if (operator !== undefined) return operator(of, makingAt(place))
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
