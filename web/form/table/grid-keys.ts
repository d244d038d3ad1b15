/**
 * Keyboard, mouse and clipboard of the table, as people know them from spreadsheets. Typing begins editing; Enter, Tab and
 * arrows take the answer and go on; Esc takes it back. A second Esc lets Tab leave the table, so nobody is trapped in it.
 */
import { pointerOf } from '../model/place.ts'
import { clearCells, copyCells, fillDown } from './grid-commands.ts'
import { moveBy } from './grid-moves.ts'
import { selectForCopy, spotAt } from './grid-spot.ts'
import type { GridState, Spot } from './grid-state.ts'
import { pasteText } from './paste-text.ts'

export type GridKeys = Readonly<Record<`on${string}`, (event: never) => void>>

export function createGridKeys(state: GridState, box: { readonly current: HTMLElement | null }): GridKeys {
  let leaving = false
  let pressedActive = false
  const shape = () => {
    const row = box.current?.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight || 36
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / row) - 2)
    return { rows: state.rows.peek().length, columns: state.columns.length, page }
  }

  function shortcut(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) step(state, 'undo')
    else if (key === 'y' || key === 'z') step(state, 'redo')
    else if (key === 'd') fillDown(state)
    else if (key === 'a') state.select({ top: 0, left: 0, bottom: shape().rows - 1, right: shape().columns - 1 })
    else return false
    return true
  }

  function whileEditing(event: KeyboardEvent): void {
    const { key, target } = event
    const editing = state.editing.peek()
    const spot = state.active.peek()
    if (editing === undefined || spot === undefined) return
    const used = state.combo.peek()?.press(event) ?? false
    if (used === true) event.preventDefault()
    if (used !== false) return
    const multiline = target instanceof HTMLTextAreaElement
    const leaves = arrowLeaves(event, editing.typed !== undefined)
    if (key === 'Escape') cancel(state)
    else if (key === 'Enter' && multiline && (event.altKey || event.shiftKey)) {
      if (event.altKey) document.execCommand('insertText', false, '\n')
      else return
    } else if (key === 'Enter' || key === 'Tab' || leaves) {
      const next = moveBy({ key, ctrl: false, shift: event.shiftKey }, spot, shape())
      if (next === 'out' || next === undefined) {
        state.endEdit()
        state.focusWanted.value += 1
        if (next === 'out') return
      } else state.goTo(next)
    } else return
    event.preventDefault()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const spot = state.active.peek()
    if (!(event.target instanceof Element) || event.target.closest('dialog') !== null || event.isComposing) return
    if (state.editing.peek() !== undefined) whileEditing(event)
    else if (spot !== undefined) whileMoving(event, spot)
  }

  function whileMoving(event: KeyboardEvent, spot: Spot): void {
    const { key, shiftKey: shift } = event
    const ctrl = event.ctrlKey || event.metaKey
    const left = leaving
    leaving = key === 'Escape' || (leaving && (key === 'Shift' || key === 'Tab'))
    if (key === 'Tab' && left) return
    if (ctrl && key.toLowerCase() === 'c') {
      selectForCopy(event.target)
      return
    }
    if (ctrl && /^[a-z]$/i.test(key) ? shortcut(event) : plainKey(event, spot)) {
      event.preventDefault()
      return
    }
    const next = event.altKey ? undefined : moveBy({ key, ctrl, shift }, spot, shape())
    if (next === undefined || next === 'out') return
    event.preventDefault()
    state.goTo(next, { extend: shift && key !== 'Tab' && key !== 'Enter' })
  }

  function plainKey(event: KeyboardEvent, spot: Spot): boolean {
    const { key } = event
    const edits = key === 'F2' || (event.altKey && key === 'ArrowDown')
    if (edits) state.edit()
    else if (key === 'Escape') state.goTo(spot)
    else if (key === 'Delete' || key === 'Backspace') clearCells(state)
    else if (key === ' ' && event.shiftKey) selectRow(state, spot.row, false)
    else if (key === ' ') state.edit()
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) state.edit(key)
    else return false
    return true
  }

  function onMouseDown(event: MouseEvent): void {
    const spot = spotAt(event.target)
    if (spot === undefined || event.button !== 0) return
    event.preventDefault()
    if (spot.column < 0) {
      selectRow(state, spot.row, event.shiftKey)
      return
    }
    const active = state.active.peek()
    const inFocus = document.activeElement === (event.target as Element).closest('td')
    pressedActive = inFocus && !event.shiftKey && active?.row === spot.row && active.column === spot.column
    state.goTo(spot, { extend: event.shiftKey })
  }

  return {
    onKeyDown,
    onMouseDown,
    onMouseOver: (event: MouseEvent) => {
      const spot = (event.buttons & 1) === 1 && state.editing.peek() === undefined ? spotAt(event.target) : undefined
      const active = state.active.peek()
      if (spot === undefined || (spot.row === active?.row && spot.column === active.column)) return
      pressedActive = false
      if (spot.column >= 0 && active !== undefined) state.goTo(spot, { extend: true })
    },
    onClick: () => {
      if (pressedActive) state.edit()
      pressedActive = false
    },
    onFocusIn: ({ target }: FocusEvent) => {
      leaving = false
      const spot = (target as Element).matches('td') ? spotAt(target) : undefined
      const active = state.active.peek()
      if (spot !== undefined && (spot.row !== active?.row || spot.column !== active.column)) {
        state.goTo(spot, { focus: false })
      }
    },
    onFocusOut: ({ currentTarget, relatedTarget }: FocusEvent) => {
      const inside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget)
      // A dialog that opens by itself gives the focus back, and what was begun goes on.
      const toDialog = relatedTarget instanceof Element && relatedTarget.closest('dialog') !== null
      if (!inside && !toDialog && document.hasFocus()) state.endEdit()
    },
    onCopy: (event: ClipboardEvent) => copy(event),
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) clearCells(state)
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const editing = state.editing.peek() !== undefined
      const block = /\t|\n./.test(text.replace(/\r/g, '')) && !(event.target instanceof HTMLTextAreaElement)
      if ((editing && !block) || text === '' || (event.target as Element).closest('dialog') !== null) return
      event.preventDefault()
      state.endEdit()
      pasteText(state, text)
    },
  }

  function copy(event: ClipboardEvent): boolean {
    const text = state.editing.peek() === undefined ? copyCells(state) : undefined
    if (text === undefined) return false
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    return true
  }
}

/** Takes the last step back, or does it again, and shows where. */
export function step(state: GridState, way: 'undo' | 'redo'): void {
  const pointer = state.model[way]()
  if (pointer !== undefined) state.goToPointer(pointer)
}

/** All cells of a row. */
function selectRow(state: GridState, row: number, extend: boolean): void {
  const range = extend ? state.range.peek() : undefined
  const top = Math.min(range?.top ?? row, row)
  const bottom = Math.max(range?.bottom ?? row, row)
  state.select({ top, bottom, left: 0, right: state.columns.length - 1 })
}

/** Takes back what was typed into the cell since it was entered; what was picked from a list is a choice and stays. */
function cancel(state: GridState): void {
  const spot = state.active.peek()
  const place = spot && state.placeAt(spot)
  if (place !== undefined && state.model.history.open() === pointerOf(place)) state.model.undo()
  state.endEdit()
  state.focusWanted.value += 1
}

/** An arrow goes on to the next cell while a short text is being typed; in a menu, a list or a long text it stays inside. */
function arrowLeaves({ key, target }: KeyboardEvent, typed: boolean): boolean {
  if (!typed || !/^Arrow/.test(key) || !(target instanceof HTMLInputElement)) return false
  return !target.hasAttribute('list') || key === 'ArrowLeft' || key === 'ArrowRight'
}
