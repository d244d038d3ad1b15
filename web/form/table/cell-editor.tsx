/**
 * The input of the cell that is being edited. Text, numbers and dates are typed as text and read at every letter, so nothing
 * typed is ever lost; choices have a combo box, and so has a text that a list suggests, once its list has come.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { editText } from '../../../functions/schema/answers/format-value.ts'
import { readTyped } from '../../../functions/schema/answers/read-typed.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language } from '../../wording/language.ts'
import { isSuggested } from '../fields/field-looks.ts'
import { type Place, pointerOf } from '../model/place.ts'
import { noteReading } from '../model/reader.ts'
import { ComboEditor } from './combo/combo-editor.tsx'
import { comboAttributes } from './combo/combo-list.tsx'
import type { Editing, GridState } from './grid-state.ts'

type CellEditorProps = {
  readonly state: GridState
  readonly field: Field
  readonly row: Row
  readonly editing: Editing
  readonly name: string
}

export function CellEditor(props: CellEditorProps) {
  const { state, field, editing, name } = props
  if (field.type !== 'choice' && field.type !== 'choices') return <TextEditor {...props} />
  return <ComboEditor state={state} field={field} editing={editing} name={name} />
}

function TextEditor({ state, field, row, editing, name }: CellEditorProps) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const { model, table } = state
  const place = { table: table.id, rowKey: row.rowKey, field: field.id }
  const [text, setText] = useState(
    editing.typed ?? editText(field, row.cells[field.id], language.peek(), model.context.peek()),
  )
  const take = (typed: string) => {
    setText(typed)
    state.combo.peek()?.type(typed)
    const { value, notices } = readTyped(field, typed, language.peek(), model.context.peek())
    noteReading(pointerOf(place), notices)
    model.set(place, value)
  }
  useLayoutEffect(() => {
    const { current } = input
    current?.focus()
    if (editing.typed === undefined) current?.select()
    else {
      take(editing.typed)
      current?.setSelectionRange(editing.typed.length, editing.typed.length)
    }
  }, [])
  const suggested = isSuggested(field, model)
  useTextCombo(suggested, { state, field, editing, place, text: () => input.current?.value ?? '' })
  const shared = {
    ref: input,
    class: 'cell-input',
    'aria-label': name,
    value: text,
    onInput: (event: { currentTarget: { value: string } }) => take(event.currentTarget.value),
  }
  if (field.type === 'text' && field.multiline === true) return <textarea {...shared} rows={4} />
  const combo = suggested ? state.combo.value : undefined
  return (
    <input
      {...shared}
      type="text"
      autocomplete="off"
      {...(combo && comboAttributes(combo))}
      placeholder={field.type === 'date' ? '31/12/2026' : undefined}
    />
  )
}

type ComboParts = Pick<CellEditorProps, 'state' | 'field' | 'editing'> & { place: Place; text(): string }

/** Its list comes while the first letters are typed; without a connection the cell is typed into as any other. */
function useTextCombo(suggested: boolean, { state, field, editing, place, text }: ComboParts): void {
  useEffect(() => {
    if (!suggested) return
    let left = false
    import('./combo/text-combo.ts').then(
      ({ createTextCombo }) => {
        if (left) return
        const before = editText(field, editing.before, language.peek(), state.model.context.peek())
        const done = () => {
          state.endEdit()
          state.focusWanted.value += 1
        }
        const typed = editing.typed !== undefined || text() !== before
        state.combo.value = createTextCombo({ model: state.model, field, place, text: text(), typed, done })
      },
      () => undefined,
    )
    return () => {
      left = true
      state.combo.value = undefined
    }
  }, [])
}
