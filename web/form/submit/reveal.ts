/** Brings the place of an error into view, wherever it hides (a folded group, a row's card), and puts the focus there. */
import { narrow } from '../../shell/narrow.ts'
import { type FormModel, rowAt } from '../form-model.ts'
import { elementId, targetOf } from '../model/place.ts'

export function reveal(model: FormModel, pointer: string): void {
  const at = rowAt(model, pointer)
  if (at !== undefined) {
    const { table, row } = at
    const by = table.fixedRows?.by[0]?.field
    if (by !== undefined && (table.fixedRows?.by.length ?? 0) > 1) {
      model.openGroups.value = { ...model.openGroups.peek(), [table.id]: String(row.cells[by] ?? '') }
    }
    const inEditView = narrow.peek() && targetOf(pointer).field !== undefined
    model.openRows.value = { ...model.openRows.peek(), [table.id]: inEditView ? row.rowKey : '' }
  }
  // Two frames: one in which the rows are drawn, one in which they can take the focus.
  requestAnimationFrame(() => requestAnimationFrame(() => focusAt(pointer)))
}

function focusAt(pointer: string): void {
  const found = document.getElementById(elementId(pointer)) ?? document.getElementById(`${elementId(pointer)}-title`)
  if (found === null) return
  found.scrollIntoView({ block: 'center', inline: 'center' })
  const input = found.matches('input, select, textarea, button')
    ? found
    : found.querySelector<HTMLElement>('input, select, textarea, button')
  input?.focus({ preventScroll: true })
}
