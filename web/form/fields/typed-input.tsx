/**
 * A field that is typed as text and read as a number, a date or a name from a long list. While it has the focus it shows what
 * is typed; when it is left, what was understood, formatted, so that a misreading is seen at once.
 */
import { useState } from 'preact/hooks'
import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import { choiceOf, choicesOf } from '../../../functions/schema/answers/choices.ts'
import { formatAbsence, formatNumber, formatRupiah } from '../../../functions/schema/answers/format-value.ts'
import { readTyped } from '../../../functions/schema/answers/read-typed.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { fieldWording } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { type FormModel, useForm } from '../form-model.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'

export function TypedInput(props: InputProps) {
  const model = useForm()
  const { field, place, value, compact } = props
  const [typing, setTyping] = useState<string>()
  const shown = typing ?? shownText(field, value, model)
  const numeric = field.type === 'integer' || field.type === 'rupiah' || field.type === 'decimal'
  const take = (text: string) => {
    model.set(place, readTyped(field, text, language.peek(), model.context.peek()).value)
  }
  return (
    <input
      {...sharedAttributes(props)}
      type="text"
      class={numeric ? 'number-input' : 'text-input'}
      inputMode={numeric && !compact ? (field.type === 'decimal' ? 'decimal' : 'numeric') : 'text'}
      autocomplete="off"
      list={field.type === 'choice' || field.type === 'text' ? listId(field) : undefined}
      placeholder={field.type === 'choice' ? say(fieldWording.choose) : undefined}
      value={shown}
      onInput={(event) => {
        setTyping(event.currentTarget.value)
        take(event.currentTarget.value)
      }}
      onBlur={() => setTyping(undefined)}
    />
  )
}

/** The suggestions of a long list, drawn once for all inputs of that field. */
export function Suggestions({ field }: { field: Field }) {
  const { context } = useForm()
  const choices = choicesOf(field, context.value)
  return (
    <datalist id={listId(field)}>
      {choices.map(({ value, label }) =>
        field.type === 'choice' ? (
          <option key={value} value={say(label)} />
        ) : (
          <option key={value} value={value} label={say(label) === value ? undefined : say(label)} />
        ),
      )}
    </datalist>
  )
}

/** Does this field draw on a list too long to be a menu? */
export function isSuggested(field: Field, model: FormModel): boolean {
  if (field.type === 'text') return field.suggest !== undefined
  return field.type === 'choice' && choicesOf(field, model.context.peek()).length > 15
}

export function listId(field: Field): string {
  return `list-${field.id}`
}

export function shownText(field: Field, value: InputProps['value'], model: FormModel): string {
  const absence = absenceOf(value)
  if (absence !== undefined) return formatAbsence(absence, language.value)
  if (typeof value === 'number') {
    if (field.type === 'rupiah') return formatRupiah(value, language.value)
    return formatNumber(value, language.value, field.type === 'decimal' ? field.decimals : 0)
  }
  if (typeof value !== 'string') return ''
  const choice = field.type === 'choice' ? choiceOf(field, value, model.context.value) : undefined
  return choice === undefined ? value : say(choice.label)
}
