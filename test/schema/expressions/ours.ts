/** What Lengkap makes of the same expressions. */
import { compile, type Place } from '../../../functions/schema/expressions/compile.ts'
import { type Day, dayOf } from '../../../functions/schema/expressions/days.ts'
import { type Expression, mapLeaves } from '../../../functions/schema/expressions/expression.ts'
import type { Frame } from '../../../functions/schema/expressions/frame.ts'
import { parseExpression } from '../../../functions/schema/expressions/parse.ts'
import { type Atom, textOf } from '../../../functions/schema/expressions/values.ts'
import type { Given, Outcome } from './engines.ts'

const list = () => []
const place: Place = { list, own: () => false, within: () => ({ list, own: () => true, within: () => place }) }
const today = dayOf('2026-02-13') as Day

export function ours(expressions: readonly string[], given: Given): Outcome[] {
  return expressions.map((expression) => {
    try {
      return textOf(compile(named(parseExpression(expression), given), place)(frameOf(given)))
    } catch {
      return undefined
    }
  })
}

/** A question of the repeat stands for all its rows. */
function named(expression: Expression, { rows }: Given): Expression {
  return mapLeaves(expression, (leaf) => {
    if (!('field' in leaf)) return leaf
    const name = leaf.field.split('/').pop() ?? ''
    if (name === 'rows') return { rows: 'rows' }
    return name in (rows[0] ?? {}) ? { column: name, table: 'rows' } : { field: name }
  })
}

function atomOf(type: string, value: string): Atom {
  if (value === '' || type === 'string') return value
  return type === 'date' ? (dayOf(value) ?? value) : Number(value)
}

function frameOf({ header, rows }: Given): Frame {
  return {
    header: Object.fromEntries(Object.entries(header).map(([name, { type, value }]) => [name, atomOf(type, value)])),
    tables: { rows: rows.map((row) => ({ ...row, x: atomOf('int', row.x ?? '') })) },
    row: {},
    outer: {},
    index: 1,
    size: 1,
    self: '',
    choice: {},
    today,
    now: today,
    language: 'en',
    choiceName: () => '',
    absence: () => '',
    typed: () => '',
    steps: 1e6,
    memo: new Map(),
  }
}
