/**
 * A table of the form: rows that people add, or rows that the form demands, grouped where there are very many. On a desk a
 * real table, on a phone cards; one row can always be opened as a form of its own.
 */
import { useState } from 'preact/hooks'
import type { Row } from '../../../functions/schema/answers.ts'
import type { Table } from '../../../functions/schema/form.ts'
import { presentInstant } from '../../shell/clock.ts'
import { later } from '../../shell/later.tsx'
import { narrow } from '../../shell/narrow.ts'
import { tableWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { Messages } from '../fields/field-block.tsx'
import { isSuggested, Suggestions } from '../fields/typed-input.tsx'
import { useForm } from '../form-model.ts'
import { elementId } from '../model/place.ts'
import { newRowKey } from '../model/row-key.ts'
import { isGrouped } from './columns.ts'
import { RowGroups } from './row-groups.tsx'
import { RowList } from './row-list.tsx'
import type { RowActions, RowListProps } from './row-list-props.ts'

const loadRowEdit = async () => (await import('./row-edit.tsx')).RowEdit
const RowEdit = later(loadRowEdit)

// On a phone it is the only way to fill a row, so it is fetched with the form, before the connection can go.
if (narrow.peek()) void loadRowEdit().catch(() => undefined)

export function RowTable({ table }: { table: Table }) {
  const model = useForm()
  const rows = model.answers.value.rows[table.id] ?? []
  const [removed, setRemoved] = useState<{ row: Row; index: number }>()
  const insert = (row: Row, index: number) => {
    setRemoved(undefined)
    model.edit({ do: 'insert-rows', table: table.id, rows: [row], index })
    focusRow(table.id, row.rowKey)
  }
  const actions: RowActions | undefined = table.fixedRows
    ? undefined
    : {
        duplicate: (row) =>
          insert({ rowKey: newRowKey(presentInstant()), cells: { ...row.cells } }, rows.indexOf(row) + 1),
        remove: (row) => {
          setRemoved({ row, index: rows.indexOf(row) })
          model.edit({ do: 'remove-rows', table: table.id, rowKeys: [row.rowKey] })
          model.openRows.value = { ...model.openRows.peek(), [table.id]: '' }
        },
      }
  const pointer = `/rows/${table.id}`
  const id = elementId(pointer)
  const opened = rows.find(({ rowKey }) => rowKey === model.openRows.value[table.id])
  const props: RowListProps = { table, rows, actions, grouped: isGrouped(table) }
  return (
    <section class="row-table" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say(table.title)}</h2>
      {table.hint !== undefined && <p class="hint">{say(table.hint)}</p>}
      <Messages id={id} errors={model.errorsAt.value.get(pointer) ?? []} comments={model.comments.get(pointer) ?? []} />
      {table.fields.map((field) => isSuggested(field, model) && <Suggestions key={field.id} field={field} />)}
      {opened !== undefined ? (
        <RowEdit {...props} row={opened} />
      ) : props.grouped ? (
        <RowGroups {...props} />
      ) : (
        <RowList {...props} />
      )}
      <div role="status">
        {removed !== undefined && (
          <p class="panel">
            {say(words.removed)}{' '}
            <button type="button" class="link" onClick={() => insert(removed.row, removed.index)}>
              {say(words.undo)}
            </button>
          </p>
        )}
      </div>
      {actions !== undefined && opened === undefined && (
        <button
          id={id}
          type="button"
          class="button"
          disabled={rows.length >= table.maxRows}
          onClick={() => {
            const row = { rowKey: newRowKey(presentInstant()), cells: {} }
            if (narrow.peek()) model.openRows.value = { ...model.openRows.peek(), [table.id]: row.rowKey }
            insert(row, rows.length)
          }}
        >
          {rows.length >= table.maxRows ? say(words.full) : say(words.addRow)}
        </button>
      )}
    </section>
  )
}

/** The first input of a row, once it is drawn. */
export function focusRow(table: string, rowKey: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.getElementById(elementId(`/rows/${table}/${rowKey}`))
      row?.querySelector<HTMLElement>('input, select, textarea, td button')?.focus()
    }),
  )
}
