/** How far rows are: a row is done when every answer demanded in it is there. "Belum ada data" is an answer, but not data. */

import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import { isDemanded } from '../../../functions/schema/answers/demanded.ts'
import { fixedFieldsOf } from '../../../functions/schema/answers/fixed-rows.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Cells, Row } from '../../../functions/schema/answers.ts'
import type { Table } from '../../../functions/schema/form.ts'

export type RowState = 'untouched' | 'begun' | 'done'

/** `header` are the settled header cells. */
export function rowState(table: Table, row: Row, header: Cells): RowState {
  const settled = settleRow(table, row, header)
  const { cells, visible } = settled
  const fixed = fixedFieldsOf(table)
  const asked = table.fields.filter(({ id, type }) => visible.has(id) && type !== 'computed' && !fixed.has(id))
  if (asked.every(({ id }) => cells[id] === undefined)) return 'untouched'
  const lacking = asked.some((field) => {
    const value = cells[field.id]
    return isDemanded(field, settled) && (value === undefined || absenceOf(value) === 'not-yet')
  })
  return lacking ? 'begun' : 'done'
}

/** Rows that belong together: those that share their first fixed cell, in the order of the rows. */
export function groupRows(
  table: Table,
  rows: readonly Row[],
): readonly { readonly value: string; readonly rows: readonly Row[] }[] {
  const by = table.fixedRows?.by[0]?.field
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const value = by === undefined ? '' : String(row.cells[by] ?? '')
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [row])
    else group.push(row)
  }
  return Array.from(groups, ([value, grouped]) => ({ value, rows: grouped }))
}
