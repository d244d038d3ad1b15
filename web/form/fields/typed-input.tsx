/**
 * A field that is typed as text and read as a number, a date or a name from a long list. While it has the focus it shows what
 * is typed; when it is left, what was understood, formatted, so that a misreading is seen at once.
 */
import { useState } from 'preact/hooks'
import { editText, formatValue } from '../../../functions/schema/answers/format-value.ts'
import { kindOf } from '../../../functions/schema/fields/kinds.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { fieldWording } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { type FormModel, useForm } from '../form-model.ts'
import { pointerOf, valueAt } from '../model/place.ts'
import { noteReading, reader, whenRead } from '../model/reader.ts'
import { lookOf } from './field-looks.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'

/** What somebody who helps with typing needs of the input: a combo box. `forget`: what was understood is shown again. */
export type Helped = {
  readonly attributes: Readonly<Record<string, unknown>>
  onText(text: string): void
}

export function TypedInput({ help, ...props }: InputProps & { help?: (forget: () => void) => Helped }) {
  const model = useForm()
  const { field, place, value, compact } = props
  const [typing, setTyping] = useState<string>()
  const shown = typing ?? shownText(field, value, model)
  const { keypad } = lookOf(field)
  const helped = help?.(() => setTyping(undefined))
  const take = (text: string) => {
    const reading = reader.peek()
    if (reading !== undefined) {
      const { value: taken, notices } = reading.readTyped(field, text, language.peek(), model.context.peek())
      noteReading(pointerOf(place), notices)
      model.set(place, taken)
    } else {
      model.set(place, text)
      whenRead(() => valueAt(model.answers.peek(), place) === text && take(text))
    }
  }
  return (
    <input
      {...sharedAttributes(props)}
      type="text"
      class={isNumeric(field) ? 'number-input' : 'text-input'}
      inputMode={compact ? 'text' : (keypad ?? 'text')}
      autocomplete="off"
      placeholder={field.type === 'choice' ? say(fieldWording.choose) : undefined}
      value={shown}
      onBlur={() => setTyping(undefined)}
      {...helped?.attributes}
      onInput={(event) => {
        setTyping(event.currentTarget.value)
        take(event.currentTarget.value)
        helped?.onText(event.currentTarget.value)
      }}
    />
  )
}

/** What was understood, as it stands in the box. */
export function shownText(field: Field, value: InputProps['value'], model: FormModel): string {
  const format = lookOf(field).unitInside ? formatValue : editText
  return format(field, value, language.value, model.context.value)
}

export function isNumeric(field: Field): boolean {
  return kindOf(field).stored === 'number'
}
