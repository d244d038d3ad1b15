/** What a move would change, for whom, and what becomes of what each has answered; with the way to say which question is which. */
import type { ComponentChildren } from 'preact'
import type { FormChange, MoveMapping, VersionMoveRequest } from '../../functions/schema/version-move.ts'
import type { MovePreview } from '../api/form-versions.ts'
import { say } from '../wording/language.ts'
import { fromVersion, leftCount, stateWords, versionsWording as words } from '../wording/versions.ts'
import { ChangeList } from './change-list.tsx'
import type { MoveSetting } from './move-setting.ts'

type LookProps = {
  readonly seen: MovePreview
  readonly move: VersionMoveRequest
  readonly setting: MoveSetting
  readonly same: (mapping: MoveMapping) => void
  /** The button, where nothing keeps it from being moved. */
  readonly children: ComponentChildren
}

export function MoveLook({ seen, move, setting, same, children }: LookProps) {
  if (seen.errors.length > 0) {
    return (
      <div class="panel bad" role="alert">
        {seen.errors.map(({ pointer, detail }) => (
          <p key={pointer + detail}>{detail}</p>
        ))}
      </div>
    )
  }
  return (
    <div aria-live="polite">
      {seen.from.map(({ version, changes, places }) => (
        <section key={version} class="card">
          <h2>{say(fromVersion(version, move.to))}</h2>
          <h3>{say(words.changes)}</h3>
          {changes.length === 0 ? <p>{say(words.none)}</p> : <ChangeList changes={changes} />}
          <SameQuestions changes={changes} mapping={move.mapping ?? {}} same={same} />
          <h3>{say(words.whom)}</h3>
          <Places places={places} sent={move.sent} setting={setting} />
        </section>
      ))}
      <p>{children}</p>
    </div>
  )
}

type Places = MovePreview['from'][number]['places']

function Places({
  places,
  sent,
  setting,
}: {
  readonly places: Places
  readonly sent: VersionMoveRequest['sent']
  readonly setting: MoveSetting
}) {
  const nameOf = (id: string) => setting.agencies.find((each) => each.id === id)?.shortName ?? id
  const states = (['sent', 'draft', 'not-begun'] as const).filter((state) =>
    places.some((each) => each.state === state),
  )
  return (
    <dl class="facts">
      {states.map((state) => {
        const own = places.filter((each) => each.state === state)
        return (
          <div key={state}>
            <dt>
              {say(stateWords[state][sent])} ({own.length})
            </dt>
            <dd>
              {own
                .map(({ agencyId, left }) => nameOf(agencyId) + (left > 0 ? ` (${say(leftCount(left))})` : ''))
                .join(', ')}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A question that is new here may be one that is no longer asked there: then its answers are carried. */
function SameQuestions({
  changes,
  mapping,
  same,
}: {
  readonly changes: readonly FormChange[]
  readonly mapping: MoveMapping
  readonly same: (mapping: MoveMapping) => void
}) {
  const partOf = (path: string) => (path.includes('.') ? path.split('.')[0] : '')
  const gone = changes.filter(({ kind }) => kind === 'removed')
  const fresh = changes.filter(
    ({ kind, path }) => kind === 'added' || (kind === 'renamed' && mapping[path] !== undefined),
  )
  return (
    <>
      {fresh.map(({ path, label, before }) => {
        const told = mapping[path]
        const options = gone.filter((each) => partOf(each.path) === partOf(path))
        if (options.length === 0 && told === undefined) return null
        return (
          <p key={path} class="field">
            <label>
              {say(label)}: {say(words.same)}{' '}
              <select
                value={told ?? ''}
                onChange={(event) => {
                  const { [path]: _, ...rest } = mapping
                  const chosen = event.currentTarget.value
                  same(chosen === '' ? rest : { ...rest, [path]: chosen })
                }}
              >
                <option value="">{say(words.noSame)}</option>
                {told !== undefined && <option value={told}>{say(before ?? label)}</option>}
                {options.map((each) => (
                  <option key={each.path} value={each.path}>
                    {say(each.label)}
                  </option>
                ))}
              </select>
            </label>
          </p>
        )
      })}
    </>
  )
}
