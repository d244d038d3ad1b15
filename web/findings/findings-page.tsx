/** All open or explained findings of a round, the newest unless the address names one, that the reader may see, by agency, form, check and state, each with the way to its cell. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ruleTable } from '../../functions/schema/checks/rule-table.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { fetchRoundFindings } from '../api/work.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { shownOf, findingsWording as words } from '../wording/findings.ts'
import { moreFindings } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'
import { byWeight, FindingEntry } from './finding-entry.tsx'

/** So many at first, and so many more at each press: the gravest stand first. */
const shownFindings = 25
type Wish = { readonly agency: string; readonly form: string; readonly rule: string; readonly state: string }
type Loaded = { readonly view: RoundView; readonly findings: readonly Finding[] }

async function load(asked: string | undefined): Promise<Loaded | undefined> {
  const round = asked ?? (await fetchRounds())[0]?.id
  if (round === undefined) return undefined
  const [view, findings] = await Promise.all([fetchRound(round), fetchRoundFindings(round)])
  shownRound.value = view.round
  return { view, findings }
}

export function FindingsPage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(words.pageTitle))
  const { value, error, loading, reload } = useResource(`findings|${asked ?? ''}`, () => load(asked))
  if (value === undefined && loading) return <Loading />
  if (error !== undefined && value === undefined) return <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <h1>{say(words.pageTitle)}</h1>
      <p>{say(words.intro)}</p>
      {value === undefined ? <p>{say(words.none)}</p> : <Filtered {...value} reload={reload} />}
    </section>
  )
}

/** A task or a cell of the board leads here with its agency and form chosen. */
function wishedBy(search: string): Wish {
  const asked = new URLSearchParams(search)
  return { agency: asked.get('unit') ?? '', form: asked.get('formulir') ?? '', rule: '', state: 'open' }
}

function Filtered({ view, findings, reload }: Loaded & { reload: () => void }) {
  const [wish, setWish] = useState(() => wishedBy(location.search))
  const [most, setMost] = useState(shownFindings)
  const fits = ({ agencyId, formId, rule, state }: Finding) =>
    [
      [wish.agency, agencyId],
      [wish.form, formId],
      [wish.rule, rule],
      [wish.state, state],
    ].every(([wanted, has]) => wanted === '' || wanted === has)
  const shown = findings.filter(fits).sort(byWeight)
  const used = (of: (finding: Finding) => string) => new Set(findings.map(of))
  const [agencies, forms, rules] = [
    used(({ agencyId }) => agencyId),
    used(({ formId }) => formId),
    used(({ rule }) => rule),
  ]
  const choose = (next: Wish) => {
    setWish(next)
    setMost(shownFindings)
  }
  const choice = (key: keyof Wish, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}{' '}
      <select value={wish[key]} onChange={(event) => choose({ ...wish, [key]: event.currentTarget.value })}>
        <option value="">{say(words.all)}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <div class="cluster">
        {agencies.size > 1 &&
          choice(
            'agency',
            say(words.agency),
            view.agencies.filter(({ id }) => agencies.has(id)).map(({ id, name }) => [id, say(name)]),
          )}
        {choice(
          'form',
          say(words.form),
          view.forms.filter(({ id }) => forms.has(id)).map(({ id, shortTitle }) => [id, say(shortTitle)]),
        )}
        {choice(
          'rule',
          say(words.rule),
          ruleTable.filter(({ id }) => rules.has(id)).map(({ id, title }) => [id, `${id} ${say(title)}`]),
        )}
        {choice('state', say(words.state), [
          ['open', say(words.open)],
          ['explained', say(words.explained)],
        ])}
      </div>
      <p role="status">{shown.length === 0 ? say(words.none) : say(shownOf(shown.length, findings.length))}</p>
      <ul class="tasks">
        {shown.slice(0, most).map((finding) => (
          <li key={finding.id} class="card">
            <FindingEntry finding={finding} view={view} titled onDecided={reload} />
          </li>
        ))}
      </ul>
      {shown.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + shownFindings)}>
          {say(moreFindings(Math.min(shownFindings, shown.length - most), shown.length - most))}
        </button>
      )}
    </>
  )
}
