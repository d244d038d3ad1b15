/** What concerns the whole city and no single agency: findings that a coordinator explains or sets aside. */
import { useLocation } from 'preact-iso'
import type { Finding } from '../../functions/schema/round.ts'
import { stageWords } from '../../functions/schema/sipd/stages.ts'
import { type CityBudgetView, fetchCityBudget } from '../api/budgets.ts'
import { fetchRoundFindings } from '../api/findings.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { byWeight, FindingEntry, isOfCity } from '../findings/finding-entry.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { cityWording as words } from '../wording/city.ts'
import { say } from '../wording/language.ts'
import { resultsWording } from '../wording/results.ts'
import { CityAccount } from './city-account.tsx'
import './results.css'

type Shown = {
  readonly view: RoundView
  readonly findings: readonly Finding[]
  readonly budget: CityBudgetView
}

async function load(asked: string | undefined): Promise<Shown | undefined> {
  const round = asked ?? (await fetchRounds())[0]?.id
  if (round === undefined) return undefined
  const [view, findings, budget] = await Promise.all([
    fetchRound(round),
    fetchRoundFindings(round),
    fetchCityBudget(round),
  ])
  shownRound.value = view.round
  return { view, budget, findings: findings.filter((finding) => isOfCity(finding, view)).sort(byWeight) }
}

export function CityPage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource(`city|${asked ?? ''}`, () => load(asked))
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  const findings = value?.findings ?? []
  return (
    <section>
      <p class="no-print">
        <a href={asked === undefined ? '/hasil' : `/hasil?putaran=${asked}`}>‹ {say(resultsWording.title)}</a>
      </p>
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <h2>{say(words.findings)}</h2>
      {value === undefined || findings.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <ul class="tasks">
          {findings.map((finding) => (
            <li key={finding.id} class="card">
              <FindingEntry finding={finding} view={value.view} inCity onDecided={reload} />
            </li>
          ))}
        </ul>
      )}
      {value !== undefined && <CityBudget budget={value.budget} />}
    </section>
  )
}

function CityBudget({ budget }: { budget: CityBudgetView }) {
  return (
    <>
      <h2>
        {say(words.budget)}
        {budget.stage !== null && `: ${say(stageWords(budget.stage))}`}
      </h2>
      {budget.stage === null ? <p>{say(words.noBudget)}</p> : <CityAccount budget={budget} />}
    </>
  )
}
