/** Nothing to report, with the reason: an answer of its own, told apart from an empty form. */
import { useState } from 'preact/hooks'
import { say } from '../../wording/language.ts'
import { nilWording as words } from '../../wording/refused.ts'
import type { Submission } from './use-submission.ts'

const leastCharacters = 20

export function NilPanel({ submission }: { submission: Submission }) {
  const [reason, setReason] = useState('')
  const [flaw, setFlaw] = useState(false)
  const send = () => {
    const short = reason.trim().length < leastCharacters
    setFlaw(short)
    if (short) document.getElementById('nil-reason')?.focus()
    else void submission.sendNil(reason.trim())
  }
  return (
    <details class="card door">
      <summary>{say(words.nilTitle)}</summary>
      <p>{say(words.nilIntro)}</p>
      <div class={flaw ? 'field wrong' : 'field'}>
        <label class="label" for="nil-reason">
          {say(words.nilReason)}
        </label>
        <p class="hint" id="nil-hint">
          {say(words.nilHint)} ({reason.trim().length})
        </p>
        {flaw && (
          <p class="error-text" id="nil-error">
            {say(words.nilShort)}
          </p>
        )}
        <textarea
          id="nil-reason"
          rows={3}
          maxLength={1_000}
          value={reason}
          aria-invalid={flaw || undefined}
          aria-describedby={flaw ? 'nil-hint nil-error' : 'nil-hint'}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <button type="button" class="button" disabled={submission.state.value !== 'idle'} onClick={send}>
        {say(words.nilSend)}
      </button>
    </details>
  )
}
