/** A form that asks one thing: label, hint, error, input, button. The error is announced and focused. */
import type { InputHTMLAttributes } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import { say } from '../wording/language.ts'

export type SingleFieldProps = {
  readonly id: string
  readonly label: Wording
  readonly hint: Wording
  readonly button: Wording
  readonly error: string | undefined
  readonly busy: boolean
  readonly value: string
  readonly input: InputHTMLAttributes<HTMLInputElement>
  readonly onInput: (typed: string) => void
  readonly onSubmit: () => void
}

export function SingleField(props: SingleFieldProps) {
  const { id, label, hint, button, error, busy, value, input, onInput, onSubmit } = props
  const place = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error !== undefined) place.current?.focus()
  }, [error])
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <div class={error === undefined ? 'field' : 'field wrong'}>
        <label class="label" for={id}>
          {say(label)}
        </label>
        <p class="hint" id={`${id}-hint`}>
          {say(hint)}
        </p>
        <div role="alert">
          {error !== undefined && (
            <p class="error-text" id={`${id}-error`}>
              {error}
            </p>
          )}
        </div>
        <input
          {...input}
          ref={place}
          id={id}
          name={id}
          value={value}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button main" disabled={busy}>
        {say(button)}
      </button>
    </form>
  )
}
