/** One budget: whose its units are, which sources its funds are, and what changed since another one. */
import { useRoute } from 'preact-iso'
import { type BudgetName, type BudgetReportView, fetchBudgets, fetchReport, type ToldBudget } from '../api/budgets.ts'
import { useResource } from '../api/resource.ts'
import { fetchReferences } from '../api/rounds.ts'
import { fetchDirectory } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { sipdWording as words } from '../wording/sipd.ts'
import { BudgetChanges } from './budget-changes.tsx'
import { BudgetMatches, type Choice } from './budget-matches.tsx'
import { comparedWith, money, stageName } from './budget-words.ts'
import '../results/results.css'

type Shown = {
  readonly report: BudgetReportView
  readonly agencies: readonly Choice[]
  readonly sources: readonly Choice[]
  readonly others: readonly ToldBudget[]
}

async function load(name: BudgetName): Promise<Shown> {
  const [report, directory, references, budgets] = await Promise.all([
    fetchReport(name),
    fetchDirectory(),
    fetchReferences(),
    fetchBudgets(),
  ])
  return {
    report,
    agencies: directory.agencies.map(({ id, name: called }) => ({ value: id, label: say(called) })),
    sources: (references['sumber-dana'] ?? []).map(({ value, label }) => ({ value, label: say(label) })),
    others: comparedWith(name, budgets),
  }
}

export function BudgetPage() {
  const { year = '', stage = '', number = '' } = useRoute().params
  const name = { year: Number(year), stage: stage as BudgetName['stage'], number: Number(number) }
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource(`budget|${year}|${stage}|${number}`, () => load(name))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { report, agencies, sources, others } = value
  const { fact } = report
  return (
    <section>
      <p>
        <a href="/pengaturan/sipd">‹ {say(words.back)}</a>
      </p>
      <h1>
        {say(words.title)}: {stageName(fact)}
      </h1>
      <p>
        <strong>{money(report.total)}</strong>{' '}
        <span class="hint">
          {fact.fileName} · {fact.byName}, {fullMoment(fact.at, zone.value)}
        </span>
      </p>
      <BudgetMatches
        key={`${year}${stage}${number}`}
        report={report}
        agencies={agencies}
        sources={sources}
        onSaved={reload}
      />
      {others.length > 0 && <BudgetChanges after={name} others={others} />}
    </section>
  )
}
