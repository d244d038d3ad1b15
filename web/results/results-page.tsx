/**
 * What a round has brought: first to look at, by form and by agency, then to take away: one workbook, CSV by form, and a paper for each
 * kecamatan's Pra Musrenbang.
 */
import { useLocation } from 'preact-iso'
import { forms as houseForms } from '../../functions/schema/checks/check-context.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { type Board, fetchBoard } from '../api/board.ts'
import { useResource } from '../api/resource.ts'
import { csvPath, workbookPath } from '../api/results.ts'
import { fetchDefinition, fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { FileLink } from '../controls/file-link.tsx'
import { NoRound } from '../controls/no-round.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { resultsWording as words } from '../wording/results.ts'
import { summaryWording } from '../wording/summary.ts'
import { FormSummary } from './form-summary.tsx'
import { RoundFigures } from './round-figures.tsx'
import { TaggedFigures } from './tagged-figures.tsx'
import './results.css'

type Shown = { readonly view: RoundView; readonly board: Board; readonly definitions: readonly FormDefinition[] }

async function loadResults(asked: string | undefined): Promise<Shown | undefined> {
  const id = asked ?? (await fetchRounds())[0]?.id
  if (id === undefined) return undefined
  const [view, board] = await Promise.all([fetchRound(id), fetchBoard(id)])
  shownRound.value = view.round
  return {
    view,
    board,
    definitions: await Promise.all(view.forms.map((form) => fetchDefinition(form.id, form.version))),
  }
}

export function ResultsPage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource(`results|${asked ?? ''}`, () => loadResults(asked))
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  if (value === undefined) return <NoRound title={words.title} />
  const { view, board, definitions } = value
  const { id: round } = view.round
  const districts = view.agencies.filter(({ kind }) => kind === 'kecamatan')
  return (
    <section>
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      <RoundFigures board={board} />
      {definitions.some(({ id }) => id === houseForms.tagging) && <TaggedFigures round={round} />}
      <Summaries round={round} definitions={definitions} />
      {districts.length > 0 && (
        <>
          <h2>{say(words.districts)}</h2>
          <p>{say(words.districtsText)}</p>
          <ul>
            {districts.map(({ id, name }) => (
              <li key={id}>
                <a href={`/hasil/kecamatan/${id}?putaran=${round}`}>{say(name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say(words.workbook)}</h2>
      <p>{say(words.workbookText)}</p>
      <p>
        <FileLink look="button main" href={workbookPath(round)} name={`${round}.xlsx`} label={say(words.download)} />
      </p>
      <h2>{say(words.csv)}</h2>
      <p>{say(words.csvText)}</p>
      {definitions.map((definition) => (
        <FormFiles key={definition.id} round={round} definition={definition} />
      ))}
      <h2>{say(words.programs)}</h2>
      <p>
        {say(words.programsText)} <a href="/api/docs">{say(words.programsLink)}</a>
      </p>
    </section>
  )
}

/** Of all forms but the coverage of services: its figures are of many indicators, so no sum of them says anything. */
function Summaries({ round, definitions }: { round: string; definitions: readonly FormDefinition[] }) {
  const summed = definitions.filter(({ id }) => id !== houseForms.coverage)
  if (summed.length === 0) return null
  return (
    <>
      <h2>{say(summaryWording.heading)}</h2>
      {summed.map((definition) => (
        <FormSummary key={definition.id} round={round} definition={definition} />
      ))}
    </>
  )
}

function FormFiles({ round, definition }: { round: string; definition: FormDefinition }) {
  const parts = [
    ...definition.tables.map(({ id, title }) => ({ part: id, label: title })),
    ...(definition.fields.length === 0 ? [] : [{ part: 'isian', label: words.header }]),
    { part: 'kamus', label: words.dictionary },
  ]
  return (
    <div class="card">
      <h3>{say(definition.title)}</h3>
      <ul>
        {parts.map(({ part, label }) => (
          <li key={part}>
            <FileLink
              href={csvPath(round, definition.id, part)}
              name={`${round}-${definition.id}-${part}.csv`}
              label={`${say(label)} (CSV)`}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
