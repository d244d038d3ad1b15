/** The place to say why a finding is right, or why it is put aside. */
import { useState } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import { sayFailure } from '../api/problem.ts'
import { findingsWording as words } from '../wording/findings.ts'
import { say } from '../wording/language.ts'

/** Fewer letters say nothing; the server refuses them too. */
const shortest = 10

type Props = {
  readonly id: string
  readonly label: Wording
  readonly hint?: Wording
  readonly saveAs: Wording
  /** What was written stays where it is refused. */
  readonly onSave: (text: string) => Promise<unknown>
  readonly onCancel: () => void
}

export function ReasonBox({ id, label, hint, saveAs, onSave, onCancel }: Props) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const save = async () => {
    const short = text.trim().length < shortest
    setError(short ? say(words.short) : undefined)
    if (short) return
    setBusy(true)
    try {
      await onSave(text.trim())
    } catch (failure) {
      setBusy(false)
      setError(sayFailure(failure))
    }
  }
  return (
    <div class="explain">
      <label class="label" for={id}>
        {say(label)}
      </label>
      {hint !== undefined && <p class="hint">{say(hint)}</p>}
      {error !== undefined && (
        <p class="error-text" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <textarea
        id={id}
        rows={2}
        maxLength={2_000}
        value={text}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        ref={(input) => {
          if (input !== null && text === '' && document.activeElement !== input) input.focus()
        }}
        onInput={(event) => setText(event.currentTarget.value)}
        // A form around must neither be saved nor sent by keys that belong to this text.
        onKeyDown={(event) => event.stopPropagation()}
      />
      <div class="cluster">
        <button type="button" class="button small" disabled={busy} onClick={save}>
          {say(busy ? words.saving : saveAs)}
        </button>
        <button type="button" class="button small quiet" onClick={onCancel}>
          {say(words.cancel)}
        </button>
      </div>
    </div>
  )
}
