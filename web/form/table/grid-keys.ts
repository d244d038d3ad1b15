/**
 * Moving in the table by keyboard. A cell that was entered is selected, not edited: arrows go to the neighbours. Typing, F2 or
 * a click begins editing, and then arrows move the caret. Enter goes down. Menus, dates and suggestion lists keep their own
 * arrow keys up and down, since they choose with them.
 */
type Handlers = {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocusIn: (event: FocusEvent) => void
  readonly onInput: (event: Event) => void
  readonly onMouseDown: (event: MouseEvent) => void
}

const stops = 'input, select, textarea, button:not([tabindex="-1"])'

/** `past` is called when Enter is pressed in the last row. */
export function createGridKeys(past: () => void): Handlers {
  let editing: EventTarget | null = null
  return {
    onFocusIn: ({ target }) => {
      if (target === editing) return
      editing = null
      if (isText(target)) target.select()
    },
    onInput: ({ target }) => {
      editing = target
    },
    onMouseDown: ({ target }) => {
      if (target === document.activeElement) editing = target
    },
    onKeyDown: (event) => {
      const { target, key } = event
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
      const cell = target.closest<HTMLElement>('td[data-field]')
      if (cell === null || target.closest('dialog') !== null) return
      if (key === 'F2' && isText(target)) {
        editing = target
        target.setSelectionRange(target.value.length, target.value.length)
      } else if (key === 'Escape') {
        editing = null
        if (isText(target)) target.select()
      } else if (key === 'Enter') {
        if (target instanceof HTMLButtonElement || (target instanceof HTMLTextAreaElement && event.shiftKey)) return
        event.preventDefault()
        if (!goBy(cell, event.shiftKey ? -1 : 1) && !event.shiftKey) past()
      } else if (goesAside(key, target, editing)) {
        if (goAside(cell, key === 'ArrowLeft' ? -1 : 1)) event.preventDefault()
      } else if (goesUpOrDown(key, target, editing)) {
        if (goBy(cell, key === 'ArrowUp' ? -1 : 1)) event.preventDefault()
      }
    },
  }
}

function goesAside(key: string, target: HTMLElement, editing: EventTarget | null): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  if (isDate(target)) return false
  return !isText(target) || editing !== target
}

function goesUpOrDown(key: string, target: HTMLElement, editing: EventTarget | null): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
  if (target instanceof HTMLSelectElement || isDate(target) || target.hasAttribute('list')) return false
  return !(target instanceof HTMLTextAreaElement) || editing !== target
}

function isText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && /^(text|url|tel|email)$/.test(target.type)
}

function isDate(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type === 'date'
}

/** To the same column, so many rows on; cells that are not asked in a row are passed over. */
function goBy(cell: HTMLElement, step: 1 | -1): boolean {
  const name = cell.dataset.field
  let row = cell.closest('tr')
  while (row !== null) {
    row = (step > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLTableRowElement | null
    const stop = row?.querySelector<HTMLElement>(`td[data-field="${name}"]`)?.querySelector<HTMLElement>(stops)
    if (stop !== undefined && stop !== null) {
      stop.focus()
      return true
    }
  }
  return false
}

function goAside(cell: HTMLElement, step: 1 | -1): boolean {
  let next: Element | null = cell
  while (next !== null) {
    next = step > 0 ? next.nextElementSibling : next.previousElementSibling
    const stop = next?.matches('td[data-field]') === true ? next.querySelector<HTMLElement>(stops) : null
    if (stop !== null) {
      stop.focus()
      return true
    }
  }
  return false
}
