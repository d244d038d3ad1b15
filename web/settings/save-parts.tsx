/** Around every settings form: what was refused, the button that saves, and who changed what and when. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import { Problem, sayFailure } from '../api/problem.ts'
import type { Revised } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { settingsWording as words } from '../wording/settings.ts'
import { changedWords, differences } from './changed-words.ts'
import { fieldId } from './fields.tsx'
import { type Clash, isConflict, type Saving } from './saving.ts'
import '../controls/error-summary.css'

/** The refusal with a link to each field; gets the focus when it appears. */
export function SaveProblems({
  saving,
  edited,
}: {
  readonly saving: Saving
  /** Of what has a history. */
  readonly edited?: { readonly clash: Clash | undefined; readonly reload: () => void; readonly keepMine: () => unknown }
}) {
  const place = useRef<HTMLDivElement>(null)
  const { failure, state } = saving
  useEffect(() => {
    if (state === 'failed') place.current?.focus()
  }, [state, failure])
  if (failure === undefined) return null
  const errors = failure instanceof Problem ? failure.body.errors : []
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={place}>
      <p>
        <strong>{sayFailure(failure)}</strong>
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              <a
                href={`#${fieldId(pointer)}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId(pointer))?.focus()
                }}
              >
                {detail}
              </a>
            </li>
          ))}
        </ul>
      )}
      {isConflict(failure) && edited?.clash !== undefined && (
        <>
          <BothVersions clash={edited.clash} />
          <p class="cluster">
            <button type="button" class="button" onClick={() => void edited.keepMine()}>
              {say(words.keepMine)}
            </button>
            <button type="button" class="button quiet" onClick={edited.reload}>
              {say(words.loadTheirs)}
            </button>
          </p>
        </>
      )}
    </div>
  )
}

/** Who saved meanwhile, and each part in which the two versions differ with both values. */
function BothVersions({ clash: { mine, theirs, newest } }: { readonly clash: Clash }) {
  const parts = differences(theirs, mine)
  return (
    <>
      <p>{say(words.savedBy(newest.byName, fullMoment(newest.at, zone.value)))}</p>
      {parts.length > 0 && (
        <dl class="facts">
          {parts.map(({ part, name, theirs: other, mine: own }) => (
            <div key={part}>
              <dt>{say(name)}</dt>
              <dd>
                {newest.byName}: <strong>{say(other)}</strong>
                <br />
                {say(words.mine)}: <strong>{say(own)}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

type FormProps = {
  readonly saving: Saving
  readonly send: () => unknown
  /** Of the button. */
  readonly label?: Wording
  readonly children: ComponentChildren
}

/** The fields of one thing with the button that saves them. */
export function SettingsForm({ saving, send, label, children }: FormProps) {
  return (
    <form
      class="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <SaveBar saving={saving} {...(label === undefined ? {} : { label })} />
    </form>
  )
}

function SaveBar({ saving, label }: { readonly saving: Saving; readonly label?: Wording }) {
  return (
    <p class="save-bar">
      <button type="submit" class="button main" disabled={saving.state === 'busy'}>
        {say(label ?? words.save)}
      </button>
      <span role="status">
        {saving.state === 'busy' && say(words.saving)}
        {saving.state === 'saved' && <strong class="saved">{say(words.saved)}</strong>}
      </span>
    </p>
  )
}

const shown = 5

/** Newest first: who, when, and which parts were changed. */
export function RevisionHistory({ revisions }: { readonly revisions: readonly Revised[] }) {
  if (revisions.length === 0) return null
  const lines = revisions.map((each, index) => (
    <RevisionLine key={each.revision} revision={each} what={changedWords(each, revisions[index + 1])} />
  ))
  return (
    <section class="history" aria-labelledby="history">
      <h2 id="history">{say(words.history)}</h2>
      <ol>{lines.slice(0, shown)}</ol>
      {lines.length > shown && (
        <details>
          <summary>{say(words.older)}</summary>
          <ol>{lines.slice(shown)}</ol>
        </details>
      )}
    </section>
  )
}

export function RevisionLine({ revision, what }: { readonly revision: Revised; readonly what: Wording }) {
  const { byName, at } = revision
  return (
    <li>
      <strong>{byName === 'system' ? say(words.system) : byName}</strong> · {fullMoment(at, zone.value)}
      <br />
      <span class="hint">{say(what)}</span>
    </li>
  )
}
