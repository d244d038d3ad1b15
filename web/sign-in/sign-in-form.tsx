/**
 * The two steps of signing in, used by the page and by the dialog that opens when a session ended. Whether an address is
 * known is never told: the second step looks the same for every address.
 */
import { useEffect, useState } from 'preact/hooks'
import { Problem, sayFailure } from '../api/problem.ts'
import { requestCode, resendCode, verifyCode } from '../api/sign-in.ts'
import { drawn } from '../shell/calm.ts'
import { later } from '../shell/later.tsx'
import { say } from '../wording/language.ts'
import { tooManyTries, triesLeftWords, signInWording as words } from '../wording/sign-in.ts'
import type { CodeStepProps } from './code-step.tsx'
import { RegionStep, type Regions } from './region-step.tsx'
import { SingleField } from './single-field.tsx'

const loadCodeStep = async () => (await import('./code-step.tsx')).CodeStep
const CodeStep = later<CodeStepProps>(loadCodeStep)

/** `region`: where somebody signs in again. */
export type SignInFormProps = {
  readonly email?: string
  readonly region?: string
  readonly onSignedIn: () => void | Promise<void>
}

export function SignInForm({ email: known, region: before, onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(known ?? '')
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  /** The code is spent or too old: sending it again would only mail a dead one. */
  const [over, setOver] = useState(false)
  /** Where the address is known, and the right code for it. */
  const [choice, setChoice] = useState<{ code: string; regions: Regions }>()

  // It will be needed as soon as the address is sent.
  useEffect(
    () =>
      void drawn()
        .then(loadCodeStep)
        .catch(() => undefined),
    [],
  )

  function refuse(failure: unknown): void {
    setError(sayRefusedSignIn(failure))
    if (isOver(failure)) setOver(true)
  }

  async function send(post: () => Promise<void>): Promise<boolean> {
    setBusy(true)
    setError(undefined)
    try {
      await post()
      setSent(true)
      setOver(false)
      return true
    } catch (failure) {
      refuse(failure)
      return false
    } finally {
      setBusy(false)
    }
  }

  async function enter(code: string, region = before): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await verifyCode(code, region)
      await onSignedIn()
    } catch (failure) {
      const regions = failure instanceof Problem ? failure.body.regions : undefined
      setChoice(regions && { code, regions })
      if (regions === undefined) refuse(failure)
    } finally {
      setBusy(false)
    }
  }

  if (choice !== undefined) {
    return <RegionStep regions={choice.regions} busy={busy} onChoose={(region) => void enter(choice.code, region)} />
  }
  if (sent) {
    return (
      <CodeStep
        email={email.trim()}
        error={error}
        busy={busy}
        over={over}
        onEnter={enter}
        onResend={() => send(over ? () => requestCode(email.trim()) : resendCode)}
        onOtherAddress={() => {
          setSent(false)
          setOver(false)
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

function isOver(failure: unknown): boolean {
  return failure instanceof Problem && (failure.body.code === 'challenge-over' || failure.body.triesLeft === 0)
}

function sayRefusedSignIn(failure: unknown): string {
  if (!(failure instanceof Problem)) return sayFailure(failure)
  const { status, code, retryAfterSeconds, triesLeft } = failure.body
  if (status === 429) return say(tooManyTries(retryAfterSeconds))
  if (triesLeft === 0) return say(words.codeSpent)
  if (code === 'challenge-over') return say(words.codeOver)
  if (status === 401) {
    return triesLeft === undefined ? say(words.codeWrong) : `${say(words.codeWrong)} ${say(triesLeftWords(triesLeft))}`
  }
  return sayFailure(failure)
}
