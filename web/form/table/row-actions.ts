/** What kind of table it is, and adding rows to it. What is done with rows that are there: row-changes.ts. */
import type { Row } from '../../../functions/schema/answers.ts'
import { presentInstant } from '../../shell/clock.ts'
import { newRowKey } from '../model/row-key.ts'
import type { GridState } from './grid-state.ts'

export const isFree = ({ table }: GridState) => table.fixedRows === undefined
/** So few rows are seen at a glance; a filter over them would only be in the way. */
const fewRows = 8
export const isLongTable = ({ all }: GridState) => all.value.length > fewRows
export const isFull = ({ table, all }: GridState) => all.value.length >= table.maxRows

/** A new row at the end. */
export function addRow(state: GridState): Row {
  const { model, table } = state
  const context = model.context.peek()
  const cells = context.rules?.starting(model.definition, table.id, model.header.peek(), context) ?? {}
  const row = { rowKey: newRowKey(presentInstant()), cells }
  insertRows(state, [row], state.all.peek().length)
  return row
}

export function insertRows(state: GridState, rows: readonly Row[], index: number): void {
  state.removed.value = 0
  state.model.edit({ do: 'insert-rows', table: state.table.id, rows, index })
  const [first] = rows
  if (first !== undefined) state.goToPointer(`/rows/${state.table.id}/${first.rowKey}`)
}
