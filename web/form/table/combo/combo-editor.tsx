/** The input of a choice cell, and its list: WAI-ARIA's combo box, whose focus stays in the input while an option is marked. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { chosenWords, moreWords, comboWording as words } from '../../../wording/combo.ts'
import { fieldWording } from '../../../wording/form.ts'
import { say } from '../../../wording/language.ts'
import { elementId, pointerOf } from '../../model/place.ts'
import type { Editing, GridState } from '../grid-state.ts'
import { createCombo } from './combo.ts'
import type { ChoiceField, ComboOption } from './combo-options.ts'

/** A list of hundreds is drawn in part; typing narrows it. */
const drawnOptions = 100
const listId = 'combo-list'

type ComboEditorProps = {
  readonly state: GridState
  readonly field: ChoiceField
  readonly editing: Editing
  readonly name: string
}

export function ComboEditor({ state, field, editing, name }: ComboEditorProps) {
  const input = useRef<HTMLInputElement>(null)
  const [combo] = useState(() => createCombo(state, field, editing))
  useLayoutEffect(() => {
    state.combo.value = combo
    const { current } = input
    current?.focus()
    if (editing.typed === undefined) current?.select()
    else current?.setSelectionRange(editing.typed.length, editing.typed.length)
    return () => {
      state.combo.value = undefined
    }
  }, [])
  const marked = combo.marked.value
  const at = marked === undefined ? -1 : combo.shown.value.indexOf(marked)
  const count = combo.chosen.value.size
  return (
    <input
      ref={input}
      type="text"
      class="cell-input"
      role="combobox"
      autocomplete="off"
      aria-label={name}
      aria-expanded="true"
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={at < 0 ? undefined : optionId(at)}
      aria-describedby={`${listId}-said`}
      aria-invalid={combo.flaw.value !== undefined || undefined}
      placeholder={count > 0 ? say(chosenWords(count)) : undefined}
      value={combo.text.value}
      onInput={(event) => combo.type(event.currentTarget.value)}
    />
  )
}

const optionId = (index: number) => `${listId}-${index}`

/** Drawn outside the table, whose scrolling box would cut it off. */
export function ComboList({ state }: { state: GridState }) {
  const combo = state.combo.value
  const spot = state.active.value
  const box = useRef<HTMLDivElement>(null)
  const place = spot && state.placeAt(spot)
  usePlaceBeside(box, combo && place && elementId(pointerOf(place)))
  const marked = combo?.marked.value
  useEffect(() => box.current?.querySelector('.marked')?.scrollIntoView({ block: 'nearest' }), [marked])
  if (combo === undefined) return null
  const shown = combo.shown.value
  // The marked one is drawn, however far down it stands.
  const drawn = Math.max(drawnOptions, marked === undefined ? 0 : shown.indexOf(marked) + 1)
  const flaw = combo.flaw.value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the input, whatever is clicked here
    <div ref={box} class="combo" onMouseDown={(event) => event.preventDefault()}>
      <div id={listId} class="combo-options" role="listbox" aria-multiselectable={combo.many || undefined}>
        {shown.slice(0, drawn).map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the input, which says which option is active
          <div
            key={keyOf(option)}
            id={optionId(index)}
            tabIndex={-1}
            role="option"
            class={option === marked ? 'marked' : undefined}
            aria-selected={combo.many ? combo.chosen.value.has(option.value) : option === marked}
            onClick={() => combo.pick(option)}
          >
            {combo.many && <span class="tick" aria-hidden="true" />}
            {option.label}
            {option.code !== undefined && <small> {option.code}</small>}
            {!option.known && <small class="error-text"> {say(words.unknown)}</small>}
          </div>
        ))}
      </div>
      {shown.length > drawn && <p class="hint">{say(moreWords(shown.length - drawn))}</p>}
      <p id={`${listId}-said`} role="status" class={flaw === undefined ? 'hint' : 'error-text'}>
        {say(flaw ?? (shown.length === 0 ? fieldWording.noMatch : combo.many ? words.keysMany : words.keysOne))}
      </p>
    </div>
  )
}

const keyOf = ({ value }: ComboOption) => (typeof value === 'string' ? value : `~${value.absent}`)

/** Under the cell, or over it where there is more room; it goes along when the table is scrolled. */
function usePlaceBeside(box: { readonly current: HTMLDivElement | null }, cellId: string | undefined): void {
  useLayoutEffect(() => {
    if (cellId === undefined) return
    const put = () => {
      const cell = document.getElementById(cellId)?.getBoundingClientRect()
      const { current } = box
      if (cell === undefined || current === null) return
      const below = innerHeight - cell.bottom
      const under = below >= 260 || below >= cell.top
      current.style.left = `${Math.max(0, Math.min(cell.left, innerWidth - current.offsetWidth - 4))}px`
      current.style.minWidth = `${cell.width}px`
      current.style.maxHeight = `${Math.max(120, Math.min(360, (under ? below : cell.top) - 8))}px`
      current.style.top = under ? `${cell.bottom}px` : 'auto'
      current.style.bottom = under ? 'auto' : `${innerHeight - cell.top}px`
    }
    put()
    addEventListener('scroll', put, true)
    addEventListener('resize', put)
    return () => {
      removeEventListener('scroll', put, true)
      removeEventListener('resize', put)
    }
  }, [cellId])
}
