/**
 * The combo box of one choice cell: what is typed, what is offered, which option is marked, and what a key does. A single
 * choice is stored when it is taken; of many each is stored as it is picked. What fits nothing changes nothing, and is said.
 */
import { computed, signal } from '@preact/signals'
import { formatValue } from '../../../../functions/schema/answers/format-value.ts'
import { readTyped } from '../../../../functions/schema/answers/read-typed.ts'
import type { Value } from '../../../../functions/schema/answers.ts'
import { nearestChoices } from '../../../../functions/schema/fields/grammar/choice.ts'
import type { Wording } from '../../../../functions/schema/wording.ts'
import { noFitWords, notTakenWords, severalFitWords } from '../../../wording/combo.ts'
import { language } from '../../../wording/language.ts'
import { chosenValues, inListOrder } from '../../model/chosen-values.ts'
import { type Place, valueAt } from '../../model/place.ts'
import type { Editing, GridState } from '../grid-state.ts'
import { type ChoiceField, type ComboOption, comboOptions, fittingOptions } from './combo-options.ts'
import type { Combo } from './combo-port.ts'

const pageOptions = 8

export function createCombo(state: GridState, field: ChoiceField, editing: Editing): Combo {
  const { model } = state
  const many = field.type === 'choices'
  const place: Place = { table: state.table.id, rowKey: editing.rowKey, field: field.id }
  const context = model.context.peek()
  const valuesNow = () => chosenValues(field, valueAt(model.answers.peek(), place), context)
  const before = many ? valuesNow() : []
  const options = computed(() =>
    comboOptions(field, before, { context: model.context.value, language: language.value }),
  )
  const initial = editing.typed ?? (many ? '' : formatValue(field, editing.before, language.peek(), context))
  const text = signal(initial)
  const edited = signal(editing.typed !== undefined)
  /** Where the arrow keys have led; a toggled option stays marked, but Enter takes it no second time. */
  const moved = signal<ComboOption | undefined>(undefined)
  const fresh = signal(false)
  const flaw = signal<Wording | undefined>(undefined)
  const exact = computed(() => (edited.value ? exactValue(state, field, text.value) : undefined))
  const fitting = computed(() => {
    const found = fittingOptions(options.value, edited.value ? text.value : '')
    // What the cell's reader takes the text for is offered, also where no name looks like it: `TW 2`, `Kel. Oesapa`.
    const taken = [exact.value ?? []].flat()
    const meant = options.value.filter((option) => taken.some((value) => isSame(option, value)))
    const hidden = meant.filter((option) => !found.options.includes(option))
    if (hidden.length + found.options.length > 0) return { ...found, options: [...hidden, ...found.options] }
    // Nothing fits: the nearest are shown, and none is marked.
    const near = nearestChoices(field, text.value, model.context.value).map(({ value }) => value)
    return { best: undefined, options: options.value.filter((option) => near.some((value) => isSame(option, value))) }
  })
  const marked = computed(() => moved.value ?? autoMarked())
  let over = false

  function autoMarked(): ComboOption | undefined {
    const value = exact.value
    if (!edited.value) return many ? undefined : fitting.value.options.find((option) => isSame(option, editing.before))
    if (value === undefined) return fitting.value.best
    const [one, other] = Array.isArray(value) ? value : [value]
    return other === undefined ? options.value.find((option) => isSame(option, one)) : undefined
  }

  function store(value: Value | undefined): void {
    model.setMany([{ place, value }])
  }

  function setChosen(values: readonly string[], on: boolean): void {
    const next = new Set(valuesNow())
    for (const value of values) on ? next.add(value) : next.delete(value)
    store(inListOrder(field, [...next], context))
  }

  function pick(option: ComboOption): void {
    flaw.value = undefined
    if (!many || typeof option.value !== 'string') {
      // What was typed meanwhile was only the way to it.
      over = true
      store(option.value)
      state.endEdit()
      state.focusWanted.value += 1
      return
    }
    setChosen([option.value], !valuesNow().includes(option.value))
    text.value = ''
    edited.value = false
    moved.value = option
    fresh.value = false
  }

  /** False when nothing can be taken; then it is said why. */
  function take(): boolean {
    const typed = edited.peek() && text.peek().trim() !== ''
    const option = moved.peek()
    if (option !== undefined && fresh.peek()) pickMoved(option)
    else if (typed) return takeTyped()
    else if (edited.peek() && !many) store(undefined)
    return true
  }

  function pickMoved(option: ComboOption): void {
    if (!many || typeof option.value !== 'string') store(option.value)
    else setChosen([option.value], !valuesNow().includes(option.value))
  }

  function takeTyped(): boolean {
    const value = exact.peek() ?? marked.peek()?.value
    if (value === undefined) {
      const { length } = fittingOptions(options.peek(), text.peek()).options
      flaw.value = length > 1 ? severalFitWords(text.peek(), length) : noFitWords(text.peek())
      return false
    }
    if (many && (Array.isArray(value) || typeof value === 'string')) setChosen([value].flat(), true)
    else store(value)
    return true
  }

  function move(step: number): void {
    const { options: all } = fitting.peek()
    if (all.length === 0) return
    const mark = marked.peek()
    const from = mark === undefined ? -1 : all.indexOf(mark)
    const at = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, from + step))
    moved.value = all[at]
    fresh.value = true
    flaw.value = undefined
  }

  function type(typed: string): void {
    if (typed === text.peek()) return
    flaw.value = undefined
    moved.value = undefined
    edited.value = true
    text.value = typed
    if (!many || !/;\s*$/.test(typed)) return
    const value = exactValue(state, field, typed)
    if (!Array.isArray(value)) return
    setChosen(value, true)
    text.value = ''
    edited.value = false
  }

  return {
    many,
    free: false,
    text,
    shown: computed(() => fitting.value.options),
    marked,
    chosen: computed(() => new Set(many ? chosenValues(field, valueAt(model.answers.value, place), context) : [])),
    flaw,
    type,
    pick,
    press: ({ key }) => {
      switch (key) {
        case 'ArrowDown':
        case 'ArrowUp':
          move(key === 'ArrowDown' ? 1 : -1)
          return true
        case 'PageDown':
        case 'PageUp':
          move(key === 'PageDown' ? pageOptions : -pageOptions)
          return true
        case 'ArrowLeft':
        case 'ArrowRight':
          return 'caret'
        case ' ':
          if (!many || text.peek() !== '' || moved.peek() === undefined) return 'caret'
          pick(moved.peek() as ComboOption)
          return true
        case 'Enter':
        case 'Tab':
          over = take()
          return !over
        case 'Escape':
          over = true
          return false
        default:
          return 'caret'
      }
    },
    leave: () => {
      if (over || !edited.peek() || text.peek().trim() === '') return
      over = true
      if (exact.peek() !== undefined) takeTyped()
      else state.unread.value = { place, words: notTakenWords(text.peek()) }
    },
  }
}

const isSame = ({ value }: ComboOption, other: Value | undefined) =>
  value === other ||
  (typeof value === 'object' && typeof other === 'object' && 'absent' in other && other.absent === value.absent)

/** The value that a text is exactly: a code, a label, an alias; of many also several with `;` between. */
function exactValue({ model }: GridState, field: ChoiceField, text: string): Value | undefined {
  const { value, unreadable } = readTyped(field, text, language.value, model.context.value)
  return unreadable ? undefined : value
}
