/** The entry window of a round: which dates are in force for whom, how they came about, and for a coordinator how to change them. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useResource } from '../api/resource.ts'
import { fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { NoRound } from '../controls/no-round.tsx'
import { ExtensionRequests } from '../extension/extension-requests.tsx'
import { me } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { Deadlines } from '../tasks/deadlines.tsx'
import { boardWording } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { windowWording as words } from '../wording/windows.ts'
import { Moves, saidAgencies } from './moves.tsx'
import { WindowForm } from './window-form.tsx'
import { WindowHistory } from './window-history.tsx'
import { type Move, movesBetween, sameDates } from './window-model.ts'
import './windows.css'

async function loadWindows(asked: string | undefined): Promise<RoundView | undefined> {
  const id = asked ?? (await fetchRounds())[0]?.id
  if (id === undefined) return undefined
  const view = await fetchRound(id)
  shownRound.value = view.round
  return view
}

export function WindowsPage() {
  const { query } = useLocation()
  const asked = query.putaran
  const [moved, setMoved] = useState<readonly Move[]>()
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource(`windows|${asked ?? ''}`, () => loadWindows(asked))
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  if (value === undefined) return <NoRound title={words.title} />
  const onSaved = async () => {
    const after = await fetchRound(value.round.id)
    setMoved(movesBetween(value.dates, after.dates))
    reload()
  }
  return (
    <section>
      <p>
        <a href={`/rekap?putaran=${value.round.id}`}>‹ {say(boardWording.title)}</a>
      </p>
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      {moved !== undefined && <Saved moves={moved} view={value} />}
      <h2>{say(words.inForce)}</h2>
      {sameDates(value.dates).map(({ dates, agencyIds }) => (
        <div key={dates.agencyId} class="card">
          <h3>
            {saidAgencies(agencyIds, value)}
            {presentMinute.value >= new Date(dates.closesAt) && ` (${say(words.closed)})`}
          </h3>
          <dl class="facts">
            <Deadlines assignment={dates} holidays={value.holidays} />
          </dl>
        </div>
      ))}
      <ExtensionRequests view={value} onDecided={onSaved} />
      {me.value?.role === 'coordinator' && <WindowForm view={value} asked={query} onSaved={onSaved} />}
      <WindowHistory view={value} />
    </section>
  )
}

function Saved({ moves, view }: { moves: readonly Move[]; view: RoundView }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [moves])
  return (
    <section ref={place} class="panel good" role="status" tabIndex={-1}>
      <h2>{say(words.saved)}</h2>
      <Moves moves={moves} view={view} />
      <p>{say(words.savedMails)}</p>
    </section>
  )
}
