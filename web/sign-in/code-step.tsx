/** The code of the mail. Typed, pasted or filled in by the phone; a new one can be asked for after a minute. */
import { useEffect, useState } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import { say } from '../wording/language.ts'
import { resendIn, signInWording as words } from '../wording/sign-in.ts'
import { SingleField } from './single-field.tsx'

const resendAfterSeconds = 60

export type CodeStepProps = {
  readonly email: string
  readonly error: string | undefined
  readonly busy: boolean
  /** This code can no longer be used; the button asks for another one, at once. */
  readonly over: boolean
  readonly onEnter: (code: string) => Promise<void>
  readonly onResend: () => Promise<boolean>
  readonly onOtherAddress: () => void
}

export function CodeStep({ email, error, busy, over, onEnter, onResend, onOtherAddress }: CodeStepProps) {
  const [typed, setTyped] = useState('')
  const [flaw, setFlaw] = useState<string>()
  const [wait, setWait] = useState(resendAfterSeconds)
  const [resent, setResent] = useState<Wording>()
  useEffect(() => {
    const timer = setInterval(() => setWait((seconds) => Math.max(0, seconds - 1)), 1_000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => document.getElementById('code')?.focus(), [])
  const submit = () => {
    const digits = typed.replace(/\D/g, '')
    const wrong = digits === '' ? say(words.codeMissing) : digits.length === 8 ? undefined : say(words.codeLength)
    setFlaw(wrong)
    if (wrong === undefined) void onEnter(digits)
  }
  return (
    <>
      <p>
        {say(words.sentTo)} <strong>{email}</strong>. {say(words.life)}
      </p>
      <SingleField
        id="code"
        label={words.code}
        hint={words.codeHint}
        button={words.enter}
        error={flaw ?? error}
        busy={busy}
        value={typed}
        input={{ type: 'text', inputMode: 'numeric', autocomplete: 'one-time-code', size: 12, maxLength: 24 }}
        onInput={(value) => setTyped(spaced(value))}
        onSubmit={submit}
      />
      <p class="cluster">
        <button
          type="button"
          class="button quiet"
          disabled={(wait > 0 && !over) || busy}
          onClick={() =>
            void onResend().then((sent) => {
              setResent(sent ? (over ? words.newSent : words.resent) : undefined)
              if (!sent) return
              setWait(resendAfterSeconds)
              if (over) setTyped('')
            })
          }
        >
          {over ? say(words.newCode) : wait > 0 ? say(resendIn(wait)) : say(words.resend)}
        </button>
        <button type="button" class="link" onClick={onOtherAddress}>
          {say(words.otherAddress)}
        </button>
      </p>
      <p role="status">{resent && say(resent)}</p>
    </>
  )
}

/** Shows digits as in the mail, `1234 5678`; anything else a paste brings along is left out. */
function spaced(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, 8)
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits
}
