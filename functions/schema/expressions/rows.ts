/** `where(where(column, rows or list, test), test)`: what is picked from, what of it, and by which tests. */
import type { Expression } from './expression.ts'

export type RowsWhere = {
  /** One of them. */
  readonly table?: string
  readonly list?: string
  /** Undefined where the rows themselves are meant. */
  readonly column: string | undefined
  readonly tests: readonly Expression[]
}

/** Throws a RangeError where nothing is picked from. */
export function rowsWhere(of: readonly Expression[]): RowsWhere {
  const [nodes, test] = of
  if (nodes === undefined || test === undefined) throw new RangeError('nothing to pick from')
  if ('column' in nodes) return { table: nodes.table, column: nodes.column, tests: [test] }
  if ('rows' in nodes) return { table: nodes.rows, column: undefined, tests: [test] }
  if ('list' in nodes) return { list: nodes.list, column: nodes.pick, tests: [test] }
  if (!('call' in nodes) || nodes.call !== 'where') throw new RangeError('nothing to pick from')
  const inner = rowsWhere(nodes.of)
  return { ...inner, tests: [...inner.tests, test] }
}
