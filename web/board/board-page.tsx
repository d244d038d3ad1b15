/** The coordinator's first page: how the round stands, who is waited for, until when. A viewer sees the same and changes nothing. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Board, fetchBoard } from '../api/board.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { NoRound } from '../controls/no-round.tsx'
import { MailServicePanel } from '../mail/mail-service-panel.tsx'
import { me, zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { useFitOnPaper } from '../shell/fit-on-paper.ts'
import { Loading } from '../shell/loading.tsx'
import { narrow } from '../shell/narrow.ts'
import { usePrinting } from '../shell/on-paper.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { Deadlines } from '../tasks/deadlines.tsx'
import { sharedBy, boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { workingDaysWords } from '../wording/work.ts'
import { BoardCards } from './board-cards.tsx'
import { filterRows, noFilter } from './board-filter.ts'
import { commonDates, formsOf, sectionsOf } from './board-model.ts'
import { BoardTable } from './board-table.tsx'
import { BurnUp } from './burn-up.tsx'
import { Figures } from './figures.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Today } from './today.tsx'
import './board.css'

type Shown = { readonly board: Board; readonly view: RoundView }

/** The round that the address asks for, else the newest; `undefined` where none was opened yet. */
async function loadBoard(asked: string | undefined): Promise<Shown | undefined> {
  const rounds = asked === undefined ? await fetchRounds() : []
  // Nothing was ever opened: what the coordinator sees first is the guide.
  if (asked === undefined && rounds.every(({ stage }) => stage === 'draft')) return undefined
  const id = asked ?? rounds[0]?.id ?? ''
  const [view, board] = await Promise.all([fetchRound(id), fetchBoard(id)])
  shownRound.value = view.round
  return { view, board }
}

export function BoardPage() {
  const { query } = useLocation()
  const [filter, setFilter] = useState(noFilter)
  const asked = query.putaran
  usePageTitle(say(words.title))
  const page = useRef<HTMLElement>(null)
  const printing = usePrinting()
  useFitOnPaper(page, printing, { largest: 7.5, first: true })
  const { value, error, loading, reload } = useResource(`board|${asked ?? ''}`, () => loadBoard(asked))
  useEffect(() => {
    // The agency that a digest leads to; its row is drawn only now.
    if (value !== undefined) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [value === undefined])
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  if (value === undefined) return <NothingYet />
  const { board, view } = value
  const shown = filterRows(board.agencies, filter)
  const parts = { sections: sectionsOf({ agencies: shown, blockers: board.blockers }), forms: formsOf(board), view }
  const common = commonDates(view)
  const phone = narrow.value && !printing
  const burnUp = common && <BurnUp board={board} dates={common.dates} holidays={view.holidays} />
  return (
    <section ref={page} class="board-page">
      <h1>{say(words.title)}</h1>
      <p class="board-round">{say(view.round.title)}</p>
      <RoundDates {...value} />
      <MailServicePanel />
      <div class="board-head">
        <div>
          {me.value?.role === 'coordinator' && <Today board={board} round={view.round.id} />}
          {!phone && <Figures counts={board.counts} />}
        </div>
        {!phone && burnUp}
      </div>
      {phone && (
        <details class="board-figures">
          <summary>{say(words.figures)}</summary>
          <Figures counts={board.counts} />
          {burnUp}
        </details>
      )}
      <p class="cluster no-print">
        <a class="button" href={`/rekap/jendela?putaran=${view.round.id}`}>
          {say(me.value?.role === 'coordinator' ? words.windows : words.windowsRead)}
        </a>
        <a class="button" href={`/rekap/linimasa?putaran=${view.round.id}`}>
          {say(words.timeline)}
        </a>
        <button type="button" class="button" onClick={() => window.print()}>
          {say(words.print)}
        </button>
      </p>
      <FilterBar filter={filter} shown={shown.length} all={board.agencies.length} onChange={setFilter} />
      {phone ? <BoardCards {...parts} /> : <BoardTable {...parts} printing={printing} />}
      <p class="hint">
        {say(words.asOf)} {fullMoment(board.asOf, zone.value)}
      </p>
    </section>
  )
}

/** A coordinator is led to the guide. */
function NothingYet() {
  const { route } = useLocation()
  const isCoordinator = me.value?.role === 'coordinator'
  useEffect(() => {
    if (isCoordinator) route('/pengaturan/persiapan', true)
  }, [])
  return isCoordinator ? <Loading /> : <NoRound title={words.title} />
}

function RoundDates({ board, view }: Shown) {
  const common = commonDates(view)
  if (common === undefined) return null
  const { dates, agencies } = common
  const cells = board.agencies.flatMap(({ assignments }) => assignments)
  const cell = cells.find(({ closesAt, dueAt }) => closesAt === dates.closesAt && dueAt === null)
  return (
    <>
      <dl class="facts board-dates">
        <Deadlines assignment={dates} holidays={view.holidays} />
      </dl>
      <p>
        {cell !== undefined && <strong>{say(workingDaysWords(cell.workingDaysLeft))}. </strong>}
        {agencies < view.dates.length && say(sharedBy(agencies, view.dates.length))}
      </p>
    </>
  )
}
