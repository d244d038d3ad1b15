/**
 * The findings of a round, the newest unless the address names one, that the reader may see: in groups by check and agency, the
 * gravest first; what was explained is folded at the end. The address may narrow them, so that a mail leads to exactly those it counts.
 */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { countOf, groupFindings } from '../../functions/rules/finding-groups.ts'
import { ruleTable } from '../../functions/schema/checks/rule-table.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { fetchRoundFindings } from '../api/findings.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { shownOf, findingsWording as words } from '../wording/findings.ts'
import { say } from '../wording/language.ts'
import { DealtWith } from './dealt-with.tsx'
import { FindingGroup } from './finding-group.tsx'
import './findings.css'

type Wish = { readonly agency: string; readonly form: string; readonly rule: string }
type Loaded = { readonly view: RoundView; readonly findings: readonly Finding[] }

/** Groups that are open from the start: with more rows than this altogether, the reader chooses. */
const openRows = 12

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
    <section class="findings">
      <h1>{say(words.pageTitle)}</h1>
      <p>{say(words.intro)}</p>
      {value === undefined ? <p>{say(words.none)}</p> : <Filtered {...value} reload={reload} />}
    </section>
  )
}

/** A task, a cell of the board or a line of a digest leads here with its agency, form and check chosen. */
function wishedBy(search: string): Wish {
  const asked = new URLSearchParams(search)
  const of = (name: string) => asked.get(name) ?? ''
  return { agency: of('unit'), form: of('formulir'), rule: of('pemeriksaan') }
}

function Filtered({ view, findings, reload }: Loaded & { readonly reload: () => void }) {
  const [wish, setWish] = useState(() => wishedBy(location.search))
  const fits = ({ agencyId, formId, rule }: Finding) =>
    [
      [wish.agency, agencyId],
      [wish.form, formId],
      [wish.rule, rule],
    ].every(([wanted, has]) => wanted === '' || wanted === has)
  const shown = findings.filter(fits)
  const open = shown.filter(({ state }) => state === 'open')
  const groups = groupFindings(open)
  const unfolded = open.length <= openRows || wish.rule !== ''
  return (
    <>
      <Filters view={view} findings={findings} wish={wish} onChange={setWish} />
      <p role="status">{open.length === 0 ? say(words.none) : say(shownOf(countOf(open), countOf(findings)))}</p>
      {groups.map((group) => (
        <FindingGroup
          key={`${group.rule}|${unfolded}`}
          group={group}
          view={view}
          unfolded={unfolded}
          onChanged={reload}
        />
      ))}
      <DealtWith findings={shown.filter(({ state }) => state === 'explained')} view={view} />
    </>
  )
}

type FiltersProps = Loaded & { readonly wish: Wish; readonly onChange: (wish: Wish) => void }

function Filters({ view, findings, wish, onChange }: FiltersProps) {
  const used = (of: (finding: Finding) => string) => new Set(findings.map(of))
  const agencies = used(({ agencyId }) => agencyId)
  const forms = used(({ formId }) => formId)
  const rules = used(({ rule }) => rule)
  const choice = (key: keyof Wish, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}{' '}
      <select value={wish[key]} onChange={(event) => onChange({ ...wish, [key]: event.currentTarget.value })}>
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
    </div>
  )
}
