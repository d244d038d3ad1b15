/** A kecamatan's paper for its Pra Musrenbang, to be read on a screen and printed on two pages of A4. */

import { useLocation, useRoute } from 'preact-iso'
import { formatNumber, formatRupiah } from '../../functions/schema/answers/format-value.ts'
import { useResource } from '../api/resource.ts'
import { type BudgetSums, type DistrictPaper, fetchDistrictPaper } from '../api/results.ts'
import { fetchRound, fetchRounds } from '../api/rounds.ts'
import { Fact } from '../controls/fact.tsx'
import { WideTable } from '../controls/wide-table.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { language, say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { resultsWording as words } from '../wording/results.ts'
import './results.css'

async function loadPaper(asked: string | undefined, district: string): Promise<DistrictPaper | undefined> {
  const round = asked === undefined ? (await fetchRounds())[0] : (await fetchRound(asked)).round
  shownRound.value = round
  return round && fetchDistrictPaper(round.id, district)
}

export function DistrictPage() {
  const asked = useLocation().query.putaran
  const district = useRoute().params.district ?? ''
  usePageTitle(say(words.paper))
  const { value, error, reload } = useResource(`district|${asked ?? ''}|${district}`, () => loadPaper(asked, district))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <article class="district-paper">
      <p class="no-print">
        <a href={asked === undefined ? '/hasil' : `/hasil?putaran=${asked}`}>‹ {say(words.back)}</a>
      </p>
      <h1>{say(value.name)}</h1>
      <p>
        {say(words.paper)}
        {shownRound.value !== undefined && ` · ${say(shownRound.value.title)}`}
      </p>
      <Facts paper={value} />
      <p class="no-print">
        <button type="button" class="button" onClick={() => window.print()}>
          {say(words.print)}
        </button>
      </p>
      <Budget paper={value} />
      <Coverage paper={value} />
      <Groups paper={value} />
      <p class="hint">
        {say(words.source)}: {value.receipts.length === 0 ? '–' : value.receipts.join(', ')}
      </p>
    </article>
  )
}

const rupiah = (amount: number) => formatRupiah(amount, language.value)
const count = (amount: number) => formatNumber(amount, language.value)

function Facts({ paper }: { paper: DistrictPaper }) {
  const day = (on: string | null) => (on === null ? say(words.unknownDate) : longLocalDate(on))
  return (
    <dl class="facts">
      <Fact name={say(words.preMusrenbang)}>{day(paper.preMusrenbangOn)}</Fact>
      <Fact name={say(words.musrenbang)}>{day(paper.musrenbangOn)}</Fact>
      <Fact name={say(words.kelurahan)}>{count(paper.kelurahan)}</Fact>
      <Fact name={say(words.findings)}>{count(paper.openFindings)}</Fact>
      <Fact name={say(words.missing)}>
        {paper.missing.length === 0 ? say(words.nothingMissing) : <strong>{paper.missing.map(say).join(', ')}</strong>}
      </Fact>
    </dl>
  )
}

function Budget({ paper }: { paper: DistrictPaper }) {
  return (
    <section>
      <h2>{say(words.budget)}</h2>
      <p class="hint">{say(words.budgetNote)}</p>
      {paper.activities.length === 0 ? (
        <p>{say(words.noActivity)}</p>
      ) : (
        <WideTable label={say(words.budget)}>
          <table class="paper-table">
            <thead>
              <tr>
                <th>{say(words.activity)}</th>
                <th>{say(words.agency)}</th>
                <th>{say(words.place)}</th>
                <th>{say(words.target)}</th>
                <th class="number">{say(words.tagged)}</th>
                <th class="number">{say(words.direct)}</th>
                <th class="number">{say(words.spent)}</th>
              </tr>
            </thead>
            <tbody>
              {paper.activities.map((activity) => (
                <tr key={`${activity.agency}|${activity.code}|${activity.source}`}>
                  <td>
                    {activity.name} <small>{activity.code}</small>
                  </td>
                  <td>{activity.agency}</td>
                  <td>{activity.kelurahan.join(', ')}</td>
                  <td>{activity.target}</td>
                  <td class="number">{rupiah(activity.tagged)}</td>
                  <td class="number">{rupiah(activity.direct)}</td>
                  <td class="number">{rupiah(activity.spent)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <SumRow name={say(words.total)} sums={paper.sums} />
              <SumRow name={say(words.cityWide)} sums={paper.cityWide} />
            </tfoot>
          </table>
        </WideTable>
      )}
    </section>
  )
}

function SumRow({ name, sums }: { name: string; sums: BudgetSums }) {
  return (
    <tr>
      <th colSpan={4}>{name}</th>
      <td class="number">{rupiah(sums.tagged)}</td>
      <td class="number">{rupiah(sums.direct)}</td>
      <td class="number">{rupiah(sums.spent)}</td>
    </tr>
  )
}

function Coverage({ paper }: { paper: DistrictPaper }) {
  return (
    <section>
      <h2>{say(words.coverage)}</h2>
      {paper.coverage.length === 0 ? (
        <p>{say(words.noCoverage)}</p>
      ) : (
        <>
          <p class="hint">{say(words.coverageNote)}</p>
          <WideTable label={say(words.coverage)}>
            <table class="paper-table">
              <thead>
                <tr>
                  <th>{say(words.indicator)}</th>
                  <th>{say(words.period)}</th>
                  <th class="number">{say(words.percent)}</th>
                  <th class="number">{say(words.noData)}</th>
                </tr>
              </thead>
              <tbody>
                {paper.coverage.map(({ id, label, period, part, whole, percent, withoutData }) => (
                  <tr key={`${id}|${period}`}>
                    <td>{say(label)}</td>
                    <td>{period}</td>
                    <td class="number">
                      {percent === null ? '–' : `${formatNumber(percent, language.value, 1)} %`}{' '}
                      <small>
                        {count(part)}/{count(whole)}
                      </small>
                    </td>
                    <td class="number">{withoutData === 0 ? '–' : count(withoutData)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </section>
  )
}

function Groups({ paper }: { paper: DistrictPaper }) {
  if (paper.groups.length === 0) return null
  return (
    <section>
      <h2>{say(words.groups)}</h2>
      <dl class="facts groups">
        {paper.groups.map(({ field, label, count: amount }) => (
          <Fact key={field} name={say(label)}>
            {count(amount)}
          </Fact>
        ))}
      </dl>
    </section>
  )
}
