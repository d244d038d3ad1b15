/** `where(where(column or rows, test), test)`: which table is picked from, what of its rows, and by which tests. */
import type { Expression } from './expression.ts'

export type RowsWhere = {
  readonly table: string
  /** Undefined where the rows themselves are meant. */
  readonly column: string | undefined
  readonly tests: readonly Expression[]
}

/** Throws a RangeError where no table is picked from. */
export function rowsWhere(of: readonly Expression[]): RowsWhere {
  const [nodes, test] = of
  if (nodes === undefined || test === undefined) throw new RangeError('nothing to pick from')
  if ('column' in nodes) return { table: nodes.table, column: nodes.column, tests: [test] }
  if ('rows' in nodes) return { table: nodes.rows, column: undefined, tests: [test] }
  if (!('call' in nodes) || nodes.call !== 'where') throw new RangeError('nothing to pick from')
  const inner = rowsWhere(nodes.of)
  return { ...inner, tests: [...inner.tests, test] }
}
