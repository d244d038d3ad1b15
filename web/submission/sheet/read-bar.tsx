/** Beneath a table that is read: the active cell's whole text, what its marks mean, and how to see more. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import { pointerOf } from '../../form/model/place.ts'
import { barId } from '../../form/table/columns.ts'
import type { GridState } from '../../form/table/grid-state.ts'
import { language, say } from '../../wording/language.ts'
import { sheetWording as words } from '../../wording/sheet.ts'

export function ReadBar({ state }: { state: GridState }) {
  const { model, table } = state
  const spot = state.active.value
  const row = spot && state.rows.value[spot.row]
  const field = spot && state.columns[spot.column]
  if (row === undefined || field === undefined) return <p class="hint">{say(words.keys)}</p>
  const settled = settleRow(table, row, model.header.value)
  const cells = field.type === 'computed' ? settled.cells : row.cells
  const pointer = pointerOf({ table: table.id, rowKey: row.rowKey, field: field.id })
  const mark = state.marks?.value.get(row.rowKey)?.get(pointer)
  return (
    <p class="cell-value" id={barId(table)}>
      <strong>{say(field.label)}</strong>{' '}
      {settled.visible.has(field.id) ? formatValue(field, cells[field.id], language.value, model.context.value) : '–'}
      {mark !== undefined && (
        <>
          {' '}
          <span class="tag returned">{mark.text}</span>
        </>
      )}
    </p>
  )
}
