/**
 * The input of the cell that is being edited. Text, numbers and dates are typed as text and read at every letter, so nothing
 * typed is ever lost; choices have a combo box.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import { formatAbsence, formatNumber } from '../../../functions/schema/answers/format-value.ts'
import { readTyped } from '../../../functions/schema/answers/read-typed.ts'
import type { Row, Value } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language } from '../../wording/language.ts'
import { isSuggested, listId, Suggestions, shownText } from '../fields/typed-input.tsx'
import type { FormModel } from '../form-model.ts'
import { ComboEditor } from './combo/combo-editor.tsx'
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
  const [text, setText] = useState(editing.typed ?? editableText(field, row.cells[field.id], model))
  const take = (typed: string) => {
    setText(typed)
    model.set(place, readTyped(field, typed, language.peek(), model.context.peek()).value)
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
  const shared = {
    ref: input,
    class: 'cell-input',
    'aria-label': name,
    value: text,
    maxLength: 5_000,
    onInput: (event: { currentTarget: { value: string } }) => take(event.currentTarget.value),
  }
  if (field.type === 'text' && field.multiline === true) return <textarea {...shared} rows={4} />
  const suggested = isSuggested(field, model)
  return (
    <>
      <input
        {...shared}
        type="text"
        autocomplete="off"
        list={suggested ? listId(field) : undefined}
        placeholder={field.type === 'date' ? '31/12/2026' : undefined}
      />
      {suggested && <Suggestions field={field} />}
    </>
  )
}

/** What is easy to alter: numbers without a currency, dates in digits. */
function editableText(field: Field, value: Value | undefined, model: FormModel): string {
  const absence = absenceOf(value)
  if (absence !== undefined) return formatAbsence(absence, language.peek())
  if (typeof value === 'number')
    return formatNumber(value, language.peek(), field.type === 'decimal' ? field.decimals : 0)
  if (field.type === 'date' && typeof value === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('/') : value
  }
  return shownText(field, value, model)
}
