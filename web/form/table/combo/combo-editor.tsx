/** The input of a choice cell, and where its list stands: the focus stays in the input while an option is marked. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { chosenWords } from '../../../wording/combo.ts'
import { say } from '../../../wording/language.ts'
import { elementId, pointerOf } from '../../model/place.ts'
import type { Editing, GridState } from '../grid-state.ts'
import { createCombo } from './combo.ts'
import { ComboOptions, comboAttributes, isOpen } from './combo-list.tsx'
import type { ChoiceField } from './combo-options.ts'

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
  const count = combo.chosen.value.size
  return (
    <input
      ref={input}
      type="text"
      class="cell-input"
      autocomplete="off"
      aria-label={name}
      {...comboAttributes(combo)}
      aria-invalid={combo.flaw.value !== undefined || undefined}
      placeholder={count > 0 ? say(chosenWords(count)) : undefined}
      value={combo.text.value}
      onInput={(event) => combo.type(event.currentTarget.value)}
    />
  )
}

/** Drawn outside the table, whose scrolling box would cut it off. */
export function ComboList({ state }: { state: GridState }) {
  const combo = state.combo.value
  const spot = state.active.value
  const box = useRef<HTMLDivElement>(null)
  const place = spot && state.placeAt(spot)
  usePlaceBeside(box, combo && place && elementId(pointerOf(place)))
  return combo === undefined || !isOpen(combo) ? null : <ComboOptions combo={combo} box={box} />
}

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
