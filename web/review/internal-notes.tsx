/**
 * Internal notes beside a submission: what a coordinator should know who comes later. Unfolded where there are any. What was
 * typed stays in its field until it is saved.
 */
import { useRef, useState } from 'preact/hooks'
import type { InternalNoteView } from '../../functions/schema/internal-note.ts'
import { fetchInternalNotes, writeInternalNote } from '../api/internal-notes.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import type { Work } from '../api/work.ts'
import { FieldFrame } from '../controls/field-frame.tsx'
import { newRequestKey } from '../mail/request-key.ts'
import { zone } from '../session/session.ts'
import { aboutRevision, notesTitle, noteWording as words } from '../wording/internal-notes.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import './review.css'

export type InternalNotesProps = { readonly work: Work; readonly revision: number }

export function InternalNotes({ work, revision }: InternalNotesProps) {
  const { value, error, reload } = useResource(`notes|${work.round}|${work.agency}|${work.form}`, () =>
    fetchInternalNotes(work),
  )
  if (value !== undefined) return <Notes work={work} revision={revision} notes={value} onSaved={reload} />
  if (error === undefined) return null
  return (
    <p class="panel warning" role="alert">
      {say(words.notLoaded)} {sayFailure(error)}{' '}
      <button type="button" class="button small" onClick={reload}>
        {say(words.again)}
      </button>
    </p>
  )
}

type NotesProps = InternalNotesProps & { readonly notes: readonly InternalNoteView[]; readonly onSaved: () => void }

function Notes({ work, revision, notes, onSaved }: NotesProps) {
  const [open, setOpen] = useState(notes.length > 0)
  return (
    <details class="card internal-notes no-print" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(notesTitle(notes.length))}</summary>
      <p class="hint">{say(words.hint)}</p>
      {notes.length > 0 && (
        <ol reversed>
          {notes.map((note) => (
            <li key={note.number}>
              <p>{note.text}</p>
              <small>
                {note.byName}, {fullMoment(note.at, zone.value)} · {say(aboutRevision(note.revision))}
              </small>
            </li>
          ))}
        </ol>
      )}
      <NoteForm work={work} revision={revision} onSaved={onSaved} />
    </details>
  )
}

function NoteForm({ work, revision, onSaved }: Omit<NotesProps, 'notes'>) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const [flaw, setFlaw] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  // The same text sent again after a lost answer is the same note; other words are another one.
  const attempt = useRef({ text: '', key: '' })
  const save = async () => {
    if (busy) return
    field.current?.focus()
    const written = text.trim()
    if (written === '') return setFlaw(say(words.empty))
    if (attempt.current.text !== written) attempt.current = { text: written, key: newRequestKey() }
    setBusy(true)
    try {
      await writeInternalNote(work, { revision, text: written, requestKey: attempt.current.key })
      attempt.current = { text: '', key: '' }
      setText('')
      setFlaw(undefined)
      setSaved(true)
      onSaved()
    } catch (error) {
      setFlaw(sayFailure(error))
    }
    setBusy(false)
  }
  return (
    <>
      <FieldFrame id="catatan-internal" label={say(words.write)} error={flaw}>
        {(ties) => (
          <textarea
            {...ties}
            ref={field}
            class="text-input"
            rows={2}
            maxLength={2_000}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
              setSaved(false)
            }}
          />
        )}
      </FieldFrame>
      <p class="cluster">
        <button type="button" class="button" disabled={busy} onClick={() => void save()}>
          {say(busy ? words.saving : words.save)}
        </button>
        <span role="status">{saved && say(words.saved)}</span>
      </p>
    </>
  )
}
