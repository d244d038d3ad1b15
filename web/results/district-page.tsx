/** A kecamatan's paper for its Pra Musrenbang, to be read on a screen and printed on two pages of A4. */

import { useLocation, useRoute } from 'preact-iso'
import { formatNumber } from '../../functions/schema/formats.ts'
import { stageWords } from '../../functions/schema/sipd/stages.ts'
import { useResource } from '../api/resource.ts'
import { type DistrictPaper, fetchDistrictPaper } from '../api/results.ts'
import { fetchRound, fetchRounds } from '../api/rounds.ts'
import { Fact } from '../controls/fact.tsx'
import { WideTable } from '../controls/wide-table.tsx'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { cityWording } from '../wording/city.ts'
import { language, say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { resultsWording as words } from '../wording/results.ts'
import { statusWords, workWording } from '../wording/work.ts'
import { CityAccount } from './city-account.tsx'
import { DistrictBudget } from './district-budget.tsx'
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
        {' · '}
        {say(words.asOf)} {fullMoment(value.at, zone.value)}
      </p>
      <Facts paper={value} />
      <p class="no-print">
        <button type="button" class="button" onClick={() => window.print()}>
          {say(words.print)}
        </button>
      </p>
      <DistrictBudget paper={value} />
      <Coverage paper={value} />
      <Groups paper={value} />
      <WholeCity paper={value} />
      <Sources paper={value} />
    </article>
  )
}

const count = (amount: number) => formatNumber(amount, language.value)

function Facts({ paper }: { paper: DistrictPaper }) {
  const day = (on: string | null) => (on === null ? say(words.unknownDate) : longLocalDate(on))
  return (
    <dl class="facts">
      <Fact name={say(words.preMusrenbang)}>{day(paper.preMusrenbangOn)}</Fact>
      <Fact name={say(words.musrenbang)}>{day(paper.musrenbangOn)}</Fact>
      <Fact name={say(words.kelurahan)}>{count(paper.kelurahan)}</Fact>
      <Fact name={say(words.findings)}>{count(paper.openFindings)}</Fact>
      <Fact name={say(words.tagging)}>{say(words.taggingOf(paper.tagging.sent, paper.tagging.due))}</Fact>
      <Fact name={say(words.missing)}>
        {paper.missing.length === 0 ? say(words.nothingMissing) : <strong>{paper.missing.map(say).join(', ')}</strong>}
      </Fact>
    </dl>
  )
}

function Coverage({ paper }: { paper: DistrictPaper }) {
  return (
    <section class="second-page">
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
                      {percent === null ? '–' : `${formatNumber(percent, language.value, 1)}%`}{' '}
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

/** How far the city's own mapping is tagged; only where a budget out of SIPD is loaded. */
function WholeCity({ paper: { city, agencyId } }: { paper: DistrictPaper }) {
  if (city.stage === null) return null
  return (
    <section>
      <h2>
        {say(cityWording.budget)}: {say(stageWords(city.stage))}
      </h2>
      <CityAccount budget={city} first={agencyId} />
    </section>
  )
}

/** Every figure can be traced to what somebody sent, and how far that has been decided. */
function Sources({ paper }: { paper: DistrictPaper }) {
  return (
    <section class="sources">
      <h2>{say(words.sources)}</h2>
      <p>{say(words.sourcesNote)}</p>
      <ul>
        {paper.sources.map(({ receipt, agency, form, status, nil }) => (
          <li key={receipt}>
            {agency}, {say(form)}: <a href={`/bukti/${receipt}`}>{receipt}</a> ({say(statusWords[status])}
            {nil && `, ${say(workWording.nil)}`})
          </li>
        ))}
      </ul>
    </section>
  )
}
