/** Label, hint and error around one input of a desk page; the input gets what ties them to it for a screen reader. */
import type { ComponentChildren } from 'preact'
import { say } from '../wording/language.ts'
import { controlWording as words } from '../wording/window-controls.ts'

export type InputTies = {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}
export type FieldFrameProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly children: (ties: InputTies) => ComponentChildren
}

export function FieldFrame({ id, label, hint, error, optional, children }: FieldFrameProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label class="label" for={id}>
        {label} {optional && <span class="optional">({say(words.optional)})</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error-text" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  )
}
