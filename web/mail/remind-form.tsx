/** The reminder while it is made. It can be sent only as it was previewed: any change asks for another look. */
import { useRef, useState } from 'preact/hooks'
import { type NudgeDraft, type NudgePreview, previewNudge, remindNow } from '../api/mails.ts'
import type { RoundView } from '../api/rounds.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { FailureNote } from '../controls/failure-note.tsx'
import { FieldFrame } from '../controls/field-frame.tsx'
import { TextAreaField } from '../controls/text-area-field.tsx'
import { mailsOf } from '../shell/round-places.ts'
import { say } from '../wording/language.ts'
import { openForms as openWords, remindWording as words } from '../wording/mail-desk.ts'
import { AgencyPicker } from './agency-picker.tsx'
import { RemindPreview } from './remind-preview.tsx'
import { newRequestKey } from './request-key.ts'

type RemindFormProps = {
  readonly view: RoundView
  /** By agency: forms that are owed and can still be sent, and those that cannot. */
  readonly openForms: ReadonlyMap<string, number>
  readonly shutForms: ReadonlyMap<string, number>
  readonly chosen: readonly string[]
  readonly onSent: () => void
}
type Looked = { readonly draft: NudgeDraft; readonly preview: NudgePreview }

const blank = { heads: false, note: '', forcedBecause: '' }

export function RemindForm({ view, openForms, shutForms, chosen, onSent }: RemindFormProps) {
  const [draft, setDraft] = useState<NudgeDraft>({ ...blank, agencyIds: chosen })
  const [forcing, setForcing] = useState(false)
  const [looked, setLooked] = useState<Looked>()
  const [failure, setFailure] = useState<unknown>()
  const [flaw, setFlaw] = useState<'agencies' | 'because'>()
  const [phase, setPhase] = useState<'typing' | 'busy' | 'sent'>('typing')
  const key = useRef(newRequestKey())
  const change = (part: Partial<NudgeDraft>) => setDraft((old) => ({ ...old, ...part }))
  const asked = { ...draft, forcedBecause: forcing ? draft.forcedBecause : '' }
  const during = async (work: () => Promise<'typing' | 'sent'>) => {
    setPhase('busy')
    setFailure(undefined)
    try {
      setPhase(await work())
    } catch (error) {
      setFailure(error)
      setPhase('typing')
    }
  }
  const look = () => {
    const wrong =
      asked.agencyIds.length === 0 ? 'agencies' : forcing && asked.forcedBecause.trim() === '' ? 'because' : undefined
    setFlaw(wrong)
    if (wrong !== undefined) return document.getElementById(wrong === 'agencies' ? 'perangkat' : 'alasan')?.focus()
    void during(async () => {
      setLooked({ draft: asked, preview: await previewNudge(view.round.id, asked) })
      return 'typing'
    })
  }
  const send = () =>
    void during(async () => {
      await remindNow(view.round.id, asked, key.current)
      onSent()
      return 'sent'
    })
  if (phase === 'sent') {
    return (
      <div class="panel good" role="status">
        <p>
          <strong>{say(words.sent)}</strong>
        </p>
        <p class="cluster">
          <a class="button main" href={mailsOf(view.round.id, 'reminder')}>
            {say(words.seeLedger)}
          </a>
          <button
            type="button"
            class="button"
            onClick={() => {
              key.current = newRequestKey()
              setDraft({ ...blank, agencyIds: [] })
              setLooked(undefined)
              setPhase('typing')
            }}
          >
            {say(words.another)}
          </button>
        </p>
      </div>
    )
  }
  const stale = looked !== undefined && JSON.stringify(looked.draft) !== JSON.stringify(asked)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <div class="card">
        <p class="cluster">
          <button type="button" class="button small" onClick={() => change({ agencyIds: [...openForms.keys()] })}>
            {say(words.allOpen)}
          </button>
          <button type="button" class="button small quiet" onClick={() => change({ agencyIds: [] })}>
            {say(words.noneChosen)}
          </button>
        </p>
        <AgencyPicker
          legend={say(words.whom)}
          error={flaw === 'agencies' ? say(words.choose) : undefined}
          view={view}
          chosen={draft.agencyIds}
          extra={({ id }) => owedWords(openForms.get(id), shutForms.get(id))}
          onChange={(agencyIds) => change({ agencyIds })}
        />
        <CheckBox checked={draft.heads} onChange={(heads) => change({ heads })}>
          {say(words.heads)}
        </CheckBox>
        <TextAreaField
          id="catatan"
          label={say(words.note)}
          hint={say(words.noteHint)}
          optional
          rows={3}
          maxLength={1_000}
          value={draft.note}
          onInput={(text) => change({ note: text })}
        />
        <CheckBox checked={forcing} onChange={setForcing}>
          {say(words.force)}
        </CheckBox>
        {forcing && (
          <FieldFrame
            id="alasan"
            label={say(words.because)}
            error={flaw === 'because' ? say(words.becauseMissing) : undefined}
          >
            {(ties) => (
              <input
                {...ties}
                class="text-input"
                maxLength={500}
                value={draft.forcedBecause}
                onInput={(event) => change({ forcedBecause: event.currentTarget.value })}
              />
            )}
          </FieldFrame>
        )}
        <button
          type="submit"
          class={`button ${looked === undefined || stale ? 'main' : ''}`}
          disabled={phase === 'busy'}
        >
          {say(words.look)}
        </button>
      </div>
      <FailureNote failure={failure} />
      {looked !== undefined && (
        <RemindPreview preview={looked.preview} view={view} stale={stale} busy={phase === 'busy'} onSend={send} />
      )}
    </form>
  )
}

/** What an agency owes; nobody can be reminded of what cannot be sent any more, or not yet. */
function owedWords(open = 0, shut = 0): string {
  if (open > 0) return say(openWords(open))
  return shut > 0 ? `${say(openWords(shut))}, ${say(words.shut)}` : say(words.done)
}
