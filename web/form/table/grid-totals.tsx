/**
 * The line of sums beneath the rows. A letter typed into one row of a thousand adds up that row alone, and the line is drawn
 * again only when a sum has changed.
 */
import { computed, type ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { isTableVisible, settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import { isSummed } from '../../../functions/schema/answers/totals.ts'
import type { Cells, Row } from '../../../functions/schema/answers.ts'
import { tableWording as words } from '../../wording/form.ts'
import { gridWording, unreadRows } from '../../wording/grid.ts'
import { language, say } from '../../wording/language.ts'
import { targetOf } from '../model/place.ts'
import { frontWidths } from './columns.ts'
import type { GridState } from './grid-state.ts'

type Sums = Readonly<Record<string, number>>
type Summed = { readonly header: Cells; readonly rows: readonly Row[]; readonly sums: Sums }

/** By field; whole numbers, so that what is taken away and added again leaves no trace. */
function sumsOf({ table, all, header }: GridState): ReadonlySignal<Sums> {
  const ids = table.fields.filter(isSummed).map(({ id }) => id)
  const none: Sums = Object.fromEntries(ids.map((id) => [id, 0]))
  let before: Summed | undefined
  return computed(() => {
    const by = header.value
    const rows = isTableVisible(table, by) ? all.value : []
    const known = before?.header === by && before.rows.length === rows.length ? before : undefined
    const sums: Record<string, number> = { ...(known?.sums ?? none) }
    const add = (row: Row, times: 1 | -1) => {
      const { cells } = settleRow(table, row, by)
      for (const id of ids) {
        const value = cells[id]
        if (typeof value === 'number') sums[id] = (sums[id] ?? 0) + times * value
      }
    }
    rows.forEach((row, at) => {
      const old = known?.rows[at]
      if (old === row) return
      if (old !== undefined) add(old, -1)
      add(row, 1)
    })
    const same = known !== undefined && ids.every((id) => known.sums[id] === sums[id])
    before = { header: by, rows, sums: same ? known.sums : sums }
    return before.sums
  })
}

/** Sums over all rows, also those that a filter hides. */
export function Totals({ state }: { state: GridState }) {
  const { table, model, columns, all } = state
  const sums = useMemo(() => sumsOf(state), [state])
  if (!columns.some(isSummed)) return null
  const totals = sums.value
  const unread = new Map<string, number>()
  for (const { pointer } of model.unreadable.value) {
    const { table: id, field } = targetOf(pointer)
    if (id === table.id && field !== undefined) unread.set(field, (unread.get(field) ?? 0) + 1)
  }
  const front = frontWidths(table).length
  // The number's column is too narrow for a word.
  const [first] = columns
  const room = table.fixedRows === undefined && !(first !== undefined && isSummed(first)) ? 1 : 0
  return (
    <tfoot>
      <tr>
        <th scope="row" class="front front-0" colSpan={front + room} title={say(gridWording.allRows)}>
          {say(words.total)} <span class="unseen">{all.value.length}</span>
        </th>
        {columns.slice(room).map((field) => (
          <td key={field.id} class={`c-${field.type}`}>
            {formatValue(field, totals[field.id], language.value, model.context.value)}
            {isSummed(field) && <UnreadRows count={unread.get(field.id)} />}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** A sum that leaves cells out says so, or what stands beside it would look like an excess. */
function UnreadRows({ count }: { count: number | undefined }) {
  return count === undefined ? null : <small class="unread">{say(unreadRows(count))}</small>
}
