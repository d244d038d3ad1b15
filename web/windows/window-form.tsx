/** Changing the entry window: typed, checked, looked at once more, saved. A refusal says why and keeps what was typed. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import type { RoundView } from '../api/rounds.ts'
import { changeWindow } from '../api/windows.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { kindChoices, windowWording as words } from '../wording/windows.ts'
import { MailDifference } from './mail-difference.tsx'
import { Moves } from './moves.tsx'
import { WindowFields } from './window-fields.tsx'
import {
  blankDraft,
  closedAlone,
  concernedBy,
  draftFrom,
  expectedMoves,
  flawsOf,
  immovable,
  requestOf,
  type WindowDraft,
  type WindowFlaws,
} from './window-model.ts'

const inputs = {
  kind: 'jendela-extend',
  agencyIds: 'jendela-some',
  closesOn: 'jendela-batas',
  targetOn: 'jendela-target',
  closedAlone: 'jendela-leave-sendiri',
  reason: 'jendela-alasan',
}

type WindowFormProps = {
  readonly view: RoundView
  /** Of the page's address: what a mail has filled in. */
  readonly asked: Readonly<Record<string, string>>
  readonly onSaved: () => Promise<void>
}

export function WindowForm({ view, asked, onSaved }: WindowFormProps) {
  const [draft, setDraft] = useState<WindowDraft>(() => draftFrom(asked))
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const sending = useRef(false)
  const now = presentInstant()
  const today = localDateAt(now, zone.value)
  const present = { now, zoneId: zone.value.zone }
  const found = flawsOf(draft, view.dates, present)
  // Told only after the first try; from then on each goes as soon as it is put right.
  const flaws: WindowFlaws = checked ? found : {}
  const check = () => {
    setChecked(true)
    setRefusal(undefined)
    const first = (Object.keys(inputs) as (keyof typeof inputs)[]).find((name) => found[name] !== undefined)
    if (first === undefined) setAsking(true)
    else document.getElementById(inputs[first])?.focus()
  }
  const save = async () => {
    // Two clicks may come before the first one's render.
    if (sending.current) return
    sending.current = true
    setBusy(true)
    try {
      await changeWindow(view.round.id, requestOf(draft))
      setDraft(blankDraft)
      setChecked(false)
      await onSaved()
    } catch (error) {
      setRefusal(error)
    }
    sending.current = false
    setBusy(false)
    setAsking(false)
  }
  const stuck = immovable(draft, concernedBy(draft, view.dates), present)
  const leaving =
    draft.closedAlone === 'leave' && closedAlone(draft, view.dates).length > 0
      ? { agencyIds: concernedBy(draft, view.dates).map(({ agencyId }) => agencyId) }
      : {}
  const moves = expectedMoves(
    draft,
    view.dates.filter((each) => !stuck.includes(each)),
    present,
  )
  return (
    <form
      noValidate
      class="card"
      aria-labelledby="jendela-ubah"
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <h2 id="jendela-ubah">{say(words.change)}</h2>
      <RefusedChange refusal={refusal} />
      <WindowFields
        draft={draft}
        flaws={flaws}
        view={view}
        today={today}
        onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
      />
      <div aria-live="polite">
        {moves.length > 0 && (
          <div class="panel">
            <h3>{say(words.preview)}</h3>
            <Moves moves={moves} view={view} />
            {stuck.length === 0 && (
              <MailDifference round={view.round.id} change={{ ...requestOf(draft), ...leaving }} />
            )}
          </div>
        )}
      </div>
      <button type="submit" class="button main">
        {say(words.check)}
      </button>
      {asking && (
        <ConfirmDialog
          title={`${say(kindChoices[draft.kind].label)}. ${say(words.ask)}`}
          confirm={say(words.save)}
          busy={busy}
          onConfirm={() => void save()}
          onClose={() => setAsking(false)}
        >
          <Moves moves={moves} view={view} />
          <p>
            {say(words.reason)}: {draft.reason}
          </p>
          <p>{say(words.askCaution)}</p>
        </ConfirmDialog>
      )}
    </form>
  )
}

function RefusedChange({ refusal }: { refusal: unknown }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (refusal !== undefined) place.current?.focus()
  }, [refusal])
  if (refusal === undefined) return null
  return (
    <section ref={place} class="panel bad" role="alert" tabIndex={-1}>
      <h3>{say(words.refused)}</h3>
      <p>{sayFailure(refusal)}</p>
    </section>
  )
}
