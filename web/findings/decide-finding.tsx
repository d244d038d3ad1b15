/** A coordinator explains a finding, or sets it aside, with the reason; both are kept with the name. */
import { useState } from 'preact/hooks'
import type { Finding } from '../../functions/schema/round.ts'
import { sayFailure } from '../api/problem.ts'
import { decideFinding } from '../api/work.ts'
import { findingsWording as words } from '../wording/findings.ts'
import { decideWording } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'

const shortest = 10
type Kind = 'explain' | 'set-aside'

export function DecideFinding({
  round,
  finding,
  onDecided,
}: {
  readonly round: string
  readonly finding: Finding
  readonly onDecided: () => void
}) {
  const [kind, setKind] = useState<Kind>()
  if (kind === undefined) {
    return (
      <p class="cluster">
        <button
          type="button"
          class="link"
          aria-label={`${say(words.explain)}: ${say(finding.message)}`}
          onClick={() => setKind('explain')}
        >
          {say(words.explain)}
        </button>
        <button
          type="button"
          class="link"
          aria-label={`${say(decideWording.setAside)}: ${say(finding.message)}`}
          onClick={() => setKind('set-aside')}
        >
          {say(decideWording.setAside)}
        </button>
      </p>
    )
  }
  return <Reason {...{ round, finding, onDecided, kind }} onCancel={() => setKind(undefined)} />
}

type ReasonProps = {
  readonly round: string
  readonly finding: Finding
  readonly kind: Kind
  readonly onDecided: () => void
  readonly onCancel: () => void
}

function Reason({ round, finding, kind, onDecided, onCancel }: ReasonProps) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const id = `reason-${finding.id.replace(/[^A-Za-z0-9-]/g, '-')}`
  const aside = kind === 'set-aside'
  const save = async () => {
    if (text.trim().length < shortest) return setError(say(words.short))
    setBusy(true)
    setError(undefined)
    try {
      await decideFinding(round, finding.id, { text: text.trim(), setAside: aside })
      onDecided()
    } catch (failure) {
      setError(sayFailure(failure))
      setBusy(false)
    }
  }
  return (
    <div class="explain">
      <label class="label" for={id}>
        {say(aside ? decideWording.whyAside : words.why)}
      </label>
      {aside && <p class="hint">{say(decideWording.asideMeans)}</p>}
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
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="cluster">
        <button type="button" class="button small" disabled={busy} onClick={save}>
          {say(busy ? words.saving : aside ? decideWording.setAside : words.save)}
        </button>
        <button type="button" class="button small quiet" onClick={onCancel}>
          {say(words.cancel)}
        </button>
      </div>
    </div>
  )
}
