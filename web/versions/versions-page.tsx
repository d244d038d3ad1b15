/** Moves a form of a running round to another of its versions: chosen, looked at, confirmed. */
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { VersionMoveRequest } from '../../functions/schema/version-move.ts'
import { type MovePreview, moveVersion, previewMove } from '../api/form-versions.ts'
import { useResource } from '../api/resource.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { SaveProblems } from '../settings/save-parts.tsx'
import { useSaving } from '../settings/saving.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { versionsWording as words } from '../wording/versions.ts'
import { MoveFields } from './move-fields.tsx'
import { MoveLook } from './move-look.tsx'
import { firstChoice, loadMoves, type MoveSetting } from './move-setting.ts'
import '../settings/settings.css'

export function VersionsPage() {
  const { round: id = '' } = useRoute().params
  usePageTitle(say(words.title))
  // Beside the form, which begins anew with the revision that a move makes.
  const [moved, setMoved] = useState(false)
  const { value, error, reload } = useResource(`versions|${id}`, () => loadMoves(id))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { round } = value
  if (round === undefined) return null
  const movedOn = () => {
    setMoved(true)
    reload()
  }
  return (
    <section>
      <p>
        <a href={`/pengaturan/putaran/${encodeURIComponent(id)}`}>‹ {say(words.back)}</a>
      </p>
      <h1>{say(words.title)}</h1>
      <p>{say(round.title)}</p>
      <p>{say(words.lead)}</p>
      <div role="status">{moved && <p class="panel good">{say(words.moved)}</p>}</div>
      <MoveForm key={round.revision} setting={{ ...value, round }} onTyped={() => setMoved(false)} onMoved={movedOn} />
    </section>
  )
}

type MoveFormProps = { readonly setting: MoveSetting; readonly onTyped: () => void; readonly onMoved: () => void }

function MoveForm({ setting, onTyped, onMoved }: MoveFormProps) {
  const { query } = useLocation()
  const first = query.formulir ?? setting.round.assignments[0]?.formId ?? ''
  const [move, setMove] = useState<VersionMoveRequest>({
    formId: first,
    to: firstChoice(setting, first),
    sent: 'keep',
    reason: '',
  })
  const [seen, setSeen] = useState<MovePreview>()
  const [asking, setAsking] = useState(false)
  const saving = useSaving()
  const { id } = setting.round
  const look = (asked: VersionMoveRequest) => saving.run(async () => setSeen(await previewMove(id, asked)))
  const change = (part: Partial<VersionMoveRequest>) => {
    setMove({ ...move, ...part, ...(part.formId && { to: firstChoice(setting, part.formId) }) })
    setSeen(undefined)
    onTyped()
  }
  const same = (mapping: Record<string, string>) => {
    const next = { ...move, mapping }
    setMove(next)
    void look(next)
  }
  const send = async () => {
    const done = await saving.run(() => moveVersion(id, move))
    setAsking(false)
    if (!done) return
    setSeen(undefined)
    onMoved()
  }
  const busy = saving.state === 'busy'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void look(move)
      }}
    >
      <SaveProblems saving={saving} />
      <MoveFields setting={setting} move={move} saving={saving} change={change} />
      <p>
        <button type="submit" class="button main" disabled={busy}>
          {say(words.look)}
        </button>
      </p>
      {seen !== undefined && (
        <MoveLook seen={seen} move={move} setting={setting} same={same}>
          <button type="button" class="button main" disabled={busy} onClick={() => setAsking(true)}>
            {say(words.move)}
          </button>
        </MoveLook>
      )}
      {asking && (
        <ConfirmDialog
          title={say(words.ask)}
          confirm={say(words.move)}
          busy={busy}
          onConfirm={() => void send()}
          onClose={() => setAsking(false)}
        >
          <p>{say(words.askLead)}</p>
        </ConfirmDialog>
      )}
    </form>
  )
}
