/**
 * The two steps of signing in, used by the page and by the dialog that opens when a session ended. Whether an address is
 * known is never told: the second step looks the same for every address.
 */
import { useState } from 'preact/hooks'
import { Problem, sayFailure } from '../api/problem.ts'
import { requestCode, resendCode, verifyCode } from '../api/session.ts'
import { say } from '../wording/language.ts'
import { tooManyTries, triesLeftWords, signInWording as words } from '../wording/sign-in.ts'
import { CodeStep } from './code-step.tsx'
import { SingleField } from './single-field.tsx'

export type SignInFormProps = { readonly email?: string; readonly onSignedIn: () => void | Promise<void> }

export function SignInForm({ email: known, onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(known ?? '')
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function send(post: () => Promise<void>): Promise<boolean> {
    setBusy(true)
    setError(undefined)
    try {
      await post()
      setSent(true)
      return true
    } catch (failure) {
      setError(sayRefusedSignIn(failure))
      return false
    } finally {
      setBusy(false)
    }
  }

  async function enter(code: string): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await verifyCode(code)
      await onSignedIn()
    } catch (failure) {
      setError(sayRefusedSignIn(failure))
    } finally {
      setBusy(false)
    }
  }

  if (sent) {
    return (
      <CodeStep
        email={email.trim()}
        error={error}
        busy={busy}
        onEnter={enter}
        onResend={() => send(resendCode)}
        onOtherAddress={() => {
          setSent(false)
          setError(undefined)
        }}
      />
    )
  }
  return (
    <SingleField
      id="email"
      label={words.email}
      hint={words.emailHint}
      button={words.send}
      error={error}
      busy={busy}
      value={email}
      input={{ type: 'email', autocomplete: 'username', autocapitalize: 'none', spellcheck: false }}
      onInput={setEmail}
      onSubmit={() => {
        const wrong = flawOfAddress(email.trim())
        setError(wrong)
        if (wrong === undefined) void send(() => requestCode(email.trim()))
      }}
    />
  )
}

function flawOfAddress(email: string): string | undefined {
  if (email === '') return say(words.emailMissing)
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : say(words.emailWrong)
}

function sayRefusedSignIn(failure: unknown): string {
  if (!(failure instanceof Problem)) return sayFailure(failure)
  const { status, code, retryAfterSeconds, triesLeft } = failure.body
  if (status === 429) return say(tooManyTries(retryAfterSeconds))
  if (code === 'challenge-over') return say(words.codeOver)
  if (status === 401) {
    return triesLeft === undefined ? say(words.codeWrong) : `${say(words.codeWrong)} ${say(triesLeftWords(triesLeft))}`
  }
  return sayFailure(failure)
}
