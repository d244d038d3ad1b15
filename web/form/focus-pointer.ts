/**
 * Brings the place that a pointer names into view, wherever it hides (a folded group, a row's card, a part of the table that
 * is not drawn), and puts the focus there. Errors, comments and links in mails all lead to their cells this way.
 */
import { narrow } from '../shell/narrow.ts'
import { type FormModel, rowAt } from './form-model.ts'
import { declarationOf } from './head/head-parts.ts'
import { elementId, targetOf } from './model/place.ts'

/** Pieces of the form that are fetched when they are first shown may take this long, in frames. */
const patience = 180
const focusable = 'input, select, textarea, button, [tabindex]'

/**
 * Until the place is found `model.sought` names it. A list that draws only a part of its rows must, while `sought` names one of
 * them, show that row; the focus is given here.
 */
export function focusPointer(model: FormModel, pointer: string): void {
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
  model.sought.value = pointer
  // Two frames: one in which the rows are drawn, one in which they can take the focus.
  requestAnimationFrame(() => requestAnimationFrame(() => seek(model, pointer, patience)))
}

function seek(model: FormModel, pointer: string, frames: number): void {
  if (model.sought.peek() !== pointer) return
  const found = document.getElementById(elementId(pointer)) ?? document.getElementById(`${elementId(pointer)}-title`)
  if (found === null && frames > 0) {
    requestAnimationFrame(() => seek(model, pointer, frames - 1))
    return
  }
  model.sought.value = undefined
  // A cell that is not asked any more still has its row.
  const place = found ?? document.getElementById(elementId(rowOf(pointer)))
  // The declaration has no field on the page: it is given when the form is sent.
  if (place === null) {
    if (pointer === `/fields/${declarationOf(model.definition)?.id}`)
      document.querySelector<HTMLElement>('.submit-bar .main')?.focus()
    return
  }
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  place.scrollIntoView({ block: 'center', inline: 'center' })
  const input = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable)
  input?.focus({ preventScroll: true })
}

function rowOf(pointer: string): string {
  const { table, rowKey } = targetOf(pointer)
  return table === undefined || rowKey === undefined ? pointer : `/rows/${table}/${rowKey}`
}
