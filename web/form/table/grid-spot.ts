/** The cell of the table in which something happened, found in what is drawn. */
import { elementId } from '../model/place.ts'
import type { Spot } from './grid-state.ts'

/** The cell an event happened in; column -1 for the row's name. */
export function spotAt(target: EventTarget | null): Spot | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column], tbody th') : null
  const row = cell?.closest<HTMLElement>('tr[data-row]')?.dataset.row
  if (cell === null || row === undefined || cell.classList.contains('edited')) return undefined
  return { row: Number(row), column: Number(cell.dataset.column ?? -1) }
}

/** Some browsers copy nothing, and say nothing, while nothing is selected in their own sense. */
export function selectForCopy(cell: EventTarget | null): void {
  if (cell instanceof Element && cell.id.startsWith(elementId('/rows'))) getSelection()?.selectAllChildren(cell)
}
