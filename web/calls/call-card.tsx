/** One agency to call: why, whom, by telephone or with a prepared message, and that it is done. */
import { useRef, useState } from 'preact/hooks'
import { formatPercent, percentOf } from '../../functions/rules/completeness.ts'
import type { CallEntry, NoteOfCall } from '../api/calls.ts'
import { sayFailure } from '../api/problem.ts'
import { FieldFrame } from '../controls/field-frame.tsx'
import { newRequestKey } from '../mail/request-key.ts'
import { zone } from '../session/session.ts'
import { alreadyCalled, answersOf, callWording as words } from '../wording/calls.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'

export type CallCardProps = {
  readonly entry: CallEntry
  readonly note: string
  /** A call that came in between. */
  readonly called: NoteOfCall | undefined
  readonly onNote: (note: string) => void
  readonly onDone: (requestKey: string) => Promise<void>
}

export function CallCard({ entry, note, called, onNote, onDone }: CallCardProps) {
  const { agencyId, agency, reasons, people, answered, expected } = entry
  return (
    <article class="card" aria-labelledby={`hubungi-${agencyId}`}>
      <div>
        <h2 id={`hubungi-${agencyId}`}>{agency}</h2>
        <ul class="call-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {expected > 0 && (
          <p class="hint">{say(answersOf(answered, expected, formatPercent(percentOf({ answered, expected }))))}</p>
        )}
      </div>
      <div>
        <ul class="call-people">
          {people.map((person) => (
            <li key={`${person.name} ${person.phone}`} class="cluster">
              <span>{person.name}</span>
              <Reach {...person} />
            </li>
          ))}
        </ul>
        {called !== undefined && (
          <p class="panel warning">{say(alreadyCalled(called.byName, fullMoment(called.at, zone.value)))}</p>
        )}
        <NoteForm agencyId={agencyId} agency={agency} note={note} onNote={onNote} onDone={onDone} />
      </div>
    </article>
  )
}

function Reach({ name, phone, whatsapp }: CallEntry['people'][number]) {
  if (phone === '') return <span class="hint">{say(words.noPhone)}</span>
  return (
    <>
      <a class="button" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
        <span class="unseen">
          {say(words.call)} {name}:{' '}
        </span>
        {phone}
      </a>
      {whatsapp !== undefined && (
        <a class="button" href={whatsapp} target="_blank" rel="noopener noreferrer">
          {say(words.message)}
          <span class="unseen"> {name}</span>
        </a>
      )}
    </>
  )
}

type NoteFormProps = Pick<CallCardProps, 'note' | 'onNote' | 'onDone'> & { agencyId: string; agency: string }

function NoteForm({ agencyId, agency, note, onNote, onDone }: NoteFormProps) {
  const [busy, setBusy] = useState(false)
  const [flaw, setFlaw] = useState<string>()
  // Sent again after a lost answer it is the same call; with another note it is another.
  const attempt = useRef({ note: '', key: '' })
  const save = async () => {
    if (busy) return
    if (attempt.current.key === '' || attempt.current.note !== note) attempt.current = { note, key: newRequestKey() }
    setBusy(true)
    setFlaw(undefined)
    try {
      await onDone(attempt.current.key)
    } catch (error) {
      setFlaw(sayFailure(error))
      setBusy(false)
    }
  }
  return (
    <form
      class="call-note"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FieldFrame id={`catatan-${agencyId}`} label={say(words.note)} optional error={flaw}>
        {(ties) => (
          <input
            {...ties}
            class="text-input"
            maxLength={500}
            autoComplete="off"
            value={note}
            onInput={(event) => onNote(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      <button type="submit" class="button main" disabled={busy}>
        {say(busy ? words.saving : words.done)}
        <span class="unseen">: {agency}</span>
      </button>
    </form>
  )
}
