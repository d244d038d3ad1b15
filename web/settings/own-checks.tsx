/** What is checked of a form besides its own rules: chosen, tried on the present round, saved with a history. */
import { useState } from 'preact/hooks'
import type { OwnCheck } from '../../functions/schema/checks/own/own-check.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { checksPath, type FormChecksRevision, revise, type TriedChecks, tryChecks } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { checkKinds, ownChecksWording as words } from '../wording/own-checks.ts'
import { OwnCheckFields } from './own-check-fields.tsx'
import { RevisionHistory, SaveProblems, SettingsForm } from './save-parts.tsx'
import { useEdited, useSaving } from './saving.ts'
import './settings.css'

type Typed = { readonly checks: readonly OwnCheck[] }

export function OwnChecks({ definition }: { readonly definition: FormDefinition }) {
  const path = checksPath(definition.id)
  const edited = useEdited<FormChecksRevision, Typed>(path, (newest) => ({ checks: newest?.checks ?? [] }))
  const trial = useSaving()
  const [tried, setTried] = useState<TriedChecks>()
  const { typed, saving, history } = edited
  if (typed === undefined)
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  const { checks } = typed
  const change = (next: readonly OwnCheck[]) => {
    setTried(undefined)
    edited.change({ checks: next })
  }
  const put = (index: number, check: OwnCheck) => change(checks.map((each, at) => (at === index ? check : each)))
  const attempt = () => trial.run(async () => setTried(await tryChecks(definition.id, checks)))
  // Of the two, what was refused last is said beside its field.
  const said = trial.failure === undefined ? saving : trial
  return (
    <section class="card" aria-labelledby="own-checks">
      <h3 id="own-checks">{say(words.title)}</h3>
      <p class="hint">{say(words.lead)}</p>
      <SaveProblems saving={saving} edited={edited} />
      <SaveProblems saving={trial} />
      <SettingsForm saving={saving} send={() => edited.save((mine, etag) => revise(path, mine, etag))}>
        {checks.length === 0 && <p>{say(words.none)}</p>}
        {checks.map((check, index) => (
          <OwnCheckFields
            key={`${index} ${check.kind}`}
            {...{ definition, check, index, saving: said }}
            put={(next) => put(index, next)}
            remove={() => change(checks.filter((_, at) => at !== index))}
          />
        ))}
        <p class="cluster">
          {Object.entries(checkKinds).map(([kind, label]) => (
            <button
              key={kind}
              type="button"
              class="button"
              onClick={() => change([...checks, blankCheck(kind as OwnCheck['kind'], definition)])}
            >
              {say(words.add)}: {say(label)}
            </button>
          ))}
          {checks.length > 0 && (
            <button type="button" class="button quiet" disabled={trial.state === 'busy'} onClick={() => void attempt()}>
              {say(words.attempt)}
            </button>
          )}
        </p>
        <div role="status">
          {trial.state === 'busy' && <p>{say(words.trying)}</p>}
          {tried !== undefined && <Tried tried={tried} checks={checks} />}
        </div>
      </SettingsForm>
      <RevisionHistory revisions={history?.revisions ?? []} />
    </section>
  )
}

function Tried({ tried: { round, sent, found }, checks }: { readonly tried: TriedChecks } & Typed) {
  if (round === null) return <p class="panel">{say(words.noRound)}</p>
  return (
    <div class="panel">
      <p>{say(words.tried(round.title, sent))}</p>
      <ul>
        {checks.map((check, index) => (
          <li key={index}>
            {say(words.heading(index + 1, check.kind))}: <strong>{say(words.wouldFind(found[index] ?? 0))}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

function blankCheck(kind: OwnCheck['kind'], { tables }: FormDefinition): OwnCheck {
  const table = tables[0]?.id
  if (kind === 'duplicate')
    return { kind, fields: [], across: table === undefined, ...(table === undefined ? {} : { table }) }
  if (kind === 'jump') return { kind, field: '', limit: { by: 'percent', value: 50 } }
  return { kind, total: { field: '' }, parts: [] }
}
