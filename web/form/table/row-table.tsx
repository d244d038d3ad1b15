/**
 * A table of the form: rows that people add, or rows that the form demands. On a desk a real table, on a phone cards; one row
 * can always be opened as a form of its own.
 */
import { useComputed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Table } from '../../../functions/schema/form.ts'
import { drawn } from '../../shell/calm.ts'
import { later } from '../../shell/later.tsx'
import { narrow } from '../../shell/narrow.ts'
import { tableWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { Messages } from '../fields/field-block.tsx'
import { useForm } from '../form-model.ts'
import { elementId } from '../model/place.ts'
import { createGridState, type GridState } from './grid-state.ts'
import { addRow, isFree, isFull, isLongTable } from './row-actions.ts'
import { RowList } from './row-list.tsx'

const loadRowEdit = async () => (await import('./row-edit.tsx')).RowEdit
const RowEdit = later(loadRowEdit)
const GridTools = later(async () => (await import('./grid-tools.tsx')).GridTools, drawn)

// On a phone it is the only way to fill a row, so it is fetched soon, before the connection can go.
if (narrow.peek())
  void drawn()
    .then(loadRowEdit)
    .catch(() => undefined)

export function RowTable({ table }: { table: Table }) {
  const model = useForm()
  const state = useMemo(() => createGridState(model, table), [model, table])
  const pointer = `/rows/${table.id}`
  const id = elementId(pointer)
  const long = useComputed(() => isLongTable(state)).value
  const openKey = model.openRows.value[table.id]
  const opened = openKey ? state.all.value.find(({ rowKey }) => rowKey === openKey) : undefined
  return (
    <section class="row-table" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say(table.title)}</h2>
      {table.hint !== undefined && <p class="hint">{say(table.hint)}</p>}
      <Messages id={id} errors={model.errorsAt.value.get(pointer) ?? []} comments={model.comments.get(pointer) ?? []} />
      <div class={long ? 'grid-tools long' : 'grid-tools'} hidden={opened !== undefined}>
        <GridTools state={state} />
      </div>
      {opened !== undefined ? <RowEdit state={state} row={opened} /> : <RowList state={state} />}
      {opened === undefined && isFree(state) && <AddRow state={state} id={id} />}
    </section>
  )
}

function AddRow({ state, id }: { state: GridState; id: string }) {
  const { model, table } = state
  const full = isFull(state)
  return (
    <button
      id={id}
      type="button"
      class="button"
      disabled={full}
      onClick={() => {
        const row = addRow(state)
        if (narrow.peek()) model.openRows.value = { ...model.openRows.peek(), [table.id]: row.rowKey }
      }}
    >
      {full ? say(words.full) : say(words.addRow)}
    </button>
  )
}
