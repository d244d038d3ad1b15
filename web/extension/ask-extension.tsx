/**
 * An agency's way to more time: how its last request stands, and the form for one. Folded, because it is the exception; what was
 * typed stays when the request is refused or nobody answers.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ExtensionView } from '../../functions/schema/extension.ts'
import { askExtension, fetchExtensions } from '../api/extensions.ts'
import { useResource } from '../api/resource.ts'
import { FailureNote } from '../controls/failure-note.tsx'
import { FieldFrame } from '../controls/field-frame.tsx'
import { TextAreaField } from '../controls/text-area-field.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { endOfDayWords } from '../wording/window-controls.ts'
import {
  daysUntil,
  grantedWords,
  refusedWords,
  waitsFor,
  extensionWording as words,
} from '../wording/window-extension.ts'

export type AskExtensionProps = {
  readonly round: string
  readonly agency: string
  /** The final date in force, where the page shows one: what was decided before it has been overtaken. */
  readonly closesOn?: string | undefined
  /** Hears whether the agency has ever asked. */
  readonly onAsked?: (asked: boolean) => void
}

/** How often a request that waits is asked after. */
const lookMilliseconds = 60_000

export function AskExtension({ round, agency, closesOn, onAsked }: AskExtensionProps) {
  const [sent, setSent] = useState(false)
  const { value, reload } = useResource(`extensions|${round}`, () => fetchExtensions(round))
  const latest = value?.find(({ agencyId }) => agencyId === agency)
  const waits = latest?.state === 'open'
  const shownUntil = useRef(closesOn)
  useEffect(() => {
    if (shownUntil.current !== closesOn) reload()
    shownUntil.current = closesOn
  }, [closesOn])
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(reload, lookMilliseconds)
    return () => clearInterval(timer)
  }, [waits])
  const asked = latest !== undefined
  useEffect(() => onAsked?.(asked), [asked])
  // Without an answer the tasks are what matters.
  if (value === undefined) return null
  return (
    <div class="missing no-print">
      {sent && waits && (
        <p class="panel good" role="status">
          {say(words.sent)}
        </p>
      )}
      {latest !== undefined && !isOvertaken(latest, closesOn) && <Standing request={latest} />}
      {!waits && (
        <details>
          <summary>{say(words.ask)}</summary>
          <AskForm
            round={round}
            agency={agency}
            onSent={() => {
              setSent(true)
              reload()
            }}
          />
        </details>
      )}
    </div>
  )
}

/** A grant by another date since; a refusal by one at least as late as what was asked for. */
function isOvertaken(latest: ExtensionView, closesOn: string | undefined): boolean {
  if (closesOn === undefined || latest.state === 'open') return false
  return latest.state === 'granted' ? latest.grantedUntil !== closesOn : closesOn >= latest.closesOn
}

function untilWords(date: string): string {
  return say(endOfDayWords(longLocalDate(date), zone.value.zoneName))
}

function Standing({ request }: { request: ExtensionView }) {
  const { state, days, closesOn, grantedUntil, refusal } = request
  if (state === 'open') return <p class="panel warning">{say(waitsFor(say(daysUntil(days, untilWords(closesOn)))))}</p>
  if (state === 'granted') return <p class="panel good">{say(grantedWords(untilWords(grantedUntil ?? closesOn)))}</p>
  return <p class="panel warning">{say(refusedWords(refusal ?? ''))}</p>
}

function AskForm({ round, agency, onSent }: AskExtensionProps & { onSent: () => void }) {
  const [days, setDays] = useState('')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const sending = useRef(false)
  const count = /^\d{1,2}$/.test(days.trim()) ? Number(days) : 0
  const daysWrong = count < 1 || count > 20
  const reasonShort = reason.trim().length < 10
  const send = async () => {
    setChecked(true)
    setFailure(undefined)
    if (daysWrong || reasonShort) {
      document.getElementById(daysWrong ? `tambahan-hari-${agency}` : `tambahan-alasan-${agency}`)?.focus()
      return
    }
    // Two clicks may come before the first one's render.
    if (sending.current) return
    sending.current = true
    try {
      await askExtension(round, { agencyId: agency, days: count, reason: reason.trim() })
      onSent()
    } catch (error) {
      setFailure(error)
    }
    sending.current = false
  }
  return (
    <form
      noValidate
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>{say(words.intro)}</p>
      <FailureNote failure={failure} />
      <FieldFrame
        id={`tambahan-hari-${agency}`}
        label={say(words.days)}
        error={checked && daysWrong ? say(words.daysWrong) : undefined}
      >
        {(ties) => (
          <input
            {...ties}
            inputMode="numeric"
            size={4}
            value={days}
            onInput={(event) => setDays(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      <TextAreaField
        id={`tambahan-alasan-${agency}`}
        label={say(words.reason)}
        hint={say(words.reasonHint)}
        error={checked && reasonShort ? say(words.reasonShort) : undefined}
        rows={2}
        maxLength={1_000}
        value={reason}
        onInput={setReason}
      />
      <button type="submit" class="button">
        {say(words.send)}
      </button>
    </form>
  )
}
