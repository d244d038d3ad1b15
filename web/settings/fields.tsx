/** The inputs of the settings pages: label above, hint under it, the error before the input and tied to it. */
import type { InputHTMLAttributes } from 'preact'
import type { Wording } from '../../functions/schema/wording.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { FieldFrame, type FieldFrameProps } from '../controls/field-frame.tsx'
import { say } from '../wording/language.ts'
import type { Saving } from './saving.ts'

/** The element id of the field at a pointer. */
export function fieldId(pointer: string): string {
  return `f${pointer.replace(/\//g, '-')}`
}

type Common = {
  readonly pointer: string
  readonly label: Wording
  readonly hint?: Wording
  readonly saving: Saving
}

/** The frame of the desk pages, with the error that saving found at this pointer. */
export function Field({ pointer, label, hint, saving, children }: Common & Pick<FieldFrameProps, 'children'>) {
  return (
    <FieldFrame id={fieldId(pointer)} label={say(label)} hint={hint && say(hint)} error={saving.error(pointer)}>
      {children}
    </FieldFrame>
  )
}

export function TextField({
  value,
  onInput,
  input,
  ...common
}: Common & {
  readonly value: string
  readonly onInput: (typed: string) => void
  readonly input?: InputHTMLAttributes<HTMLInputElement>
}) {
  return (
    <Field {...common}>
      {(attributes) => (
        <input
          {...attributes}
          {...(input ?? { class: 'text-input' })}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export function SelectField({
  value,
  options,
  onChange,
  ...common
}: Common & {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (chosen: string) => void
}) {
  return (
    <Field {...common}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Several of a few. */
export function CheckGroup({
  pointer,
  label,
  hint,
  saving,
  options,
  chosen,
  onChange,
}: Common & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}) {
  const error = saving.error(pointer)
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'} id={fieldId(pointer)} tabIndex={-1}>
      <legend class="label">{say(label)}</legend>
      {hint !== undefined && <p class="hint">{say(hint)}</p>}
      {error !== undefined && <p class="error-text">{error}</p>}
      <div class="check-columns">
        {options.map((option) => (
          <CheckBox
            key={option.value}
            checked={chosen.includes(option.value)}
            onChange={(checked) => {
              const rest = chosen.filter((each) => each !== option.value)
              onChange(checked ? [...rest, option.value] : rest)
            }}
          >
            {option.label}
          </CheckBox>
        ))}
      </div>
    </fieldset>
  )
}

/** Both languages of one text, side by side on a desk. */
export function WordingFields({
  pointer,
  label,
  value,
  saving,
  onInput,
}: Omit<Common, 'hint'> & { readonly value: Wording; readonly onInput: (typed: Wording) => void }) {
  return (
    <div class="pair">
      <TextField
        pointer={`${pointer}/id`}
        label={{ id: `${label.id} (bahasa Indonesia)`, en: `${label.en} (Indonesian)` }}
        saving={saving}
        value={value.id}
        onInput={(id) => onInput({ ...value, id })}
      />
      <TextField
        pointer={`${pointer}/en`}
        label={{ id: `${label.id} (bahasa Inggris)`, en: `${label.en} (English)` }}
        saving={saving}
        value={value.en}
        onInput={(en) => onInput({ ...value, en })}
      />
    </div>
  )
}
