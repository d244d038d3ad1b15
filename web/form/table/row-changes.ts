/** Duplicating and removing rows of a free table. Each is one step back. */
import type { Row } from '../../../functions/schema/answers.ts'
import { presentInstant } from '../../shell/clock.ts'
import { newRowKey } from '../model/row-key.ts'
import type { GridState } from './grid-state.ts'
import { insertRows } from './row-actions.ts'

/** Copies beneath the last of these rows, as many as the table may still have. */
export function duplicateRows(state: GridState, rows: readonly Row[]): void {
  const all = state.all.peek()
  const last = rows[rows.length - 1]
  if (last === undefined) return
  const copies = rows
    .slice(0, Math.max(0, state.table.maxRows - all.length))
    .map(({ cells }) => ({ rowKey: newRowKey(presentInstant()), cells: { ...cells } }))
  if (copies.length > 0) insertRows(state, copies, all.indexOf(last) + 1)
}

export function removeRows(state: GridState, rows: readonly Row[]): void {
  if (rows.length === 0) return
  const { model, table } = state
  const spot = state.active.peek()
  const first = rows[0] === undefined ? 0 : state.rows.peek().indexOf(rows[0])
  model.edit({ do: 'remove-rows', table: table.id, rowKeys: rows.map(({ rowKey }) => rowKey) })
  model.openRows.value = { ...model.openRows.peek(), [table.id]: '' }
  if (spot !== undefined) state.goTo({ row: first, column: spot.column })
  state.removed.value = rows.length
}

/** The rows of the selection, at this moment. */
export function selectedRows(state: GridState): readonly Row[] {
  const range = state.range.peek()
  return range === undefined ? [] : state.rows.peek().slice(range.top, range.bottom + 1)
}
