/** A kecamatan's paper for its Pra Musrenbang, to be read on a screen and printed on two pages. */

import { useRef } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { formatNumber } from '../../functions/schema/formats.ts'
import { stageWords } from '../../functions/schema/sipd/stages.ts'
import { useResource } from '../api/resource.ts'
import { type DistrictPaper, fetchDistrictPaper } from '../api/results.ts'
import { fetchRound, fetchRounds } from '../api/rounds.ts'
import { Fact } from '../controls/fact.tsx'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { useFitOnPaper } from '../shell/fit-on-paper.ts'
import { Loading } from '../shell/loading.tsx'
import { usePrinting } from '../shell/on-paper.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { cityWording } from '../wording/city.ts'
import { language, say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { prevalenceWords, resultsWording as words } from '../wording/results.ts'
import { statusWords, workWording } from '../wording/work.ts'
import { CityAccount } from './city-account.tsx'
import { DistrictBudget } from './district-budget.tsx'
import { DistrictCoverage } from './district-coverage.tsx'
import { inMillions } from './money.tsx'
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
  return <Paper paper={value} asked={asked} />
}

/** Two sheets, however much stands on them. */
function Paper({ paper, asked }: { paper: DistrictPaper; asked: string | undefined }) {
  const [first, second] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const printing = usePrinting()
  useFitOnPaper(first, printing, { largest: 8, first: true })
  useFitOnPaper(second, printing, { largest: 8, first: false })
  return (
    <article class="district-paper">
      <div ref={first}>
        <p class="no-print">
          <a href={asked === undefined ? '/hasil' : `/hasil?putaran=${asked}`}>‹ {say(words.back)}</a>
        </p>
        <h1>{say(paper.name)}</h1>
        <p>
          {say(words.paper)}
          {shownRound.value !== undefined && ` · ${say(shownRound.value.title)}`}
          {' · '}
          {say(words.asOf)} {fullMoment(paper.at, zone.value)}
        </p>
        <Facts paper={paper} />
        <p class="no-print">
          <button type="button" class="button" onClick={() => window.print()}>
            {say(words.print)}
          </button>
        </p>
        <DistrictBudget paper={paper} />
      </div>
      <div ref={second} class="second-page">
        <DistrictCoverage paper={paper} />
        <Groups paper={paper} />
        <WholeCity paper={paper} />
        <Sources paper={paper} />
      </div>
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
      {paper.before !== null && (
        <Fact name={say(words.taggedThen)}>
          {say(
            words.thenAndNow(
              inMillions(paper.sums.tagged, language.value),
              inMillions(paper.before.sums.tagged, language.value),
              paper.before.title,
            ),
          )}
        </Fact>
      )}
      <Fact name={say(words.missing)}>
        {paper.missing.length === 0 ? say(words.nothingMissing) : <strong>{paper.missing.map(say).join(', ')}</strong>}
      </Fact>
    </dl>
  )
}

function Groups({ paper: { groups } }: { paper: DistrictPaper }) {
  if (groups.counts.length === 0) return null
  const { prevalence, periodName } = groups
  return (
    <section>
      <h2>
        {say(words.groups)}
        {periodName !== null && `, ${say(periodName)}`}
      </h2>
      {prevalence !== null && <p>{say(prevalenceWords(prevalence))}</p>}
      <dl class="facts groups">
        {groups.counts.map(({ field, label, count: amount }) => (
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
