/** One row as a form of its own: on a phone the way to fill it, on a desk a way to see all of it. */
import { useEffect, useRef } from 'preact/hooks'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import { say } from '../../wording/language.ts'
import { rowWording as words } from '../../wording/rows.ts'
import { FieldBlock, Messages } from '../fields/field-block.tsx'
import { elementId } from '../model/place.ts'
import { shownIn } from './columns.ts'
import type { GridState } from './grid-state.ts'
import { isFree } from './row-actions.ts'
import { removeRows } from './row-changes.ts'
import './cards.css'

export function RowEdit({ state, row }: { state: GridState; row: Row }) {
  const { model, table } = state
  const title = useRef<HTMLHeadingElement>(null)
  // Another row has come into view: begin at its name, unless somebody is led to one of its cells.
  useEffect(() => {
    const place = title.current?.parentElement
    if (model.sought.peek() !== undefined || place?.contains(document.activeElement) === true) return
    if (document.activeElement === null || document.activeElement === document.body) title.current?.focus()
    title.current?.scrollIntoView()
  }, [row.rowKey])
  const rows = state.rows.value
  const next = rows[rows.indexOf(row) + 1]
  const index = state.all.value.indexOf(row)
  const settled = settleRow(table, row, model.header.value)
  const { cells, visible } = settled
  const pointer = `/rows/${table.id}/${row.rowKey}`
  const open = (rowKey: string) => {
    model.openRows.value = { ...model.openRows.peek(), [table.id]: rowKey }
  }
  return (
    <div class="card row-edit" id={elementId(pointer)}>
      <p>
        <button type="button" class="link" onClick={() => open('')}>
          ‹ {say(words.back)}
        </button>
      </p>
      <h3 ref={title} tabIndex={-1}>
        {say(rowLabel(table, row, index, model.context.value))}
      </h3>
      <Messages
        id={elementId(pointer)}
        errors={model.errorsAt.value.get(pointer) ?? []}
        comments={model.comments.get(pointer) ?? []}
      />
      {shownIn(table)
        .filter(({ id }) => visible.has(id))
        .map((field) => (
          <FieldBlock
            key={`${row.rowKey}-${field.id}`}
            field={field}
            place={{ table: table.id, rowKey: row.rowKey, field: field.id }}
            cells={field.type === 'computed' ? cells : row.cells}
            settled={settled}
          />
        ))}
      <div class="cluster">
        {next !== undefined && (
          <button type="button" class="button main" onClick={() => open(next.rowKey)}>
            {say(words.next)}
          </button>
        )}
        <button type="button" class="button" onClick={() => open('')}>
          {say(words.back)}
        </button>
        {isFree(state) && (
          <button type="button" class="button danger" onClick={() => removeRows(state, [row])}>
            {say(words.remove)}
          </button>
        )}
      </div>
    </div>
  )
}
