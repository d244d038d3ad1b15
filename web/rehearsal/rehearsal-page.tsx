/**
 * A rehearsal as each person sees it: what is due from them, and the mails that they would have got. The coordinator chooses whose
 * eyes to look through; everybody else sees with their own.
 */
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { fetchAssignmentsAs } from '../api/rehearsals.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, type RoundView } from '../api/rounds.ts'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { rehearsalRoundWording as words } from '../wording/rehearsal-round.ts'
import { CapturedMails } from './captured-mails.tsx'
import { RehearsalTasks } from './rehearsal-tasks.tsx'

async function loadView(round: string): Promise<RoundView> {
  const view = await fetchRound(round)
  shownRound.value = view.round
  return view
}

export function RehearsalPage() {
  const round = useRoute().params.round ?? ''
  const { value: view, error, reload } = useResource(`rehearsal|${round}`, () => loadView(round))
  const [as, setAs] = useState('')
  usePageTitle(say(view?.round.title ?? words.listTitle))
  if (view === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const coordinator = me.value?.role === 'coordinator'
  return (
    <section>
      <h1>{say(view.round.title)}</h1>
      <p>{say(words.intro)}</p>
      {coordinator ? <Doors round={round} /> : me.value?.role === 'viewer' && <BoardDoor round={round} />}
      {coordinator && <LookAs view={view} as={as} onChange={setAs} />}
      <Seen view={view} as={as} />
    </section>
  )
}

function Doors({ round }: { readonly round: string }) {
  const doors = [
    [`/rekap?putaran=${round}`, words.board],
    [`/surat/rencana?putaran=${round}`, words.plan],
    [`/rekap/jendela?putaran=${round}`, words.windows],
    [`/surat/ingatkan?putaran=${round}`, words.remind],
    [`/reviu?putaran=${round}`, words.review],
  ] as const
  return (
    <>
      <p class="cluster">
        {doors.map(([href, label]) => (
          <a key={href} class="button" href={href}>
            {say(label)}
          </a>
        ))}
      </p>
      <p class="hint">{say(words.join)}</p>
    </>
  )
}

function BoardDoor({ round }: { readonly round: string }) {
  return (
    <p>
      <a class="button" href={`/rekap?putaran=${round}`}>
        {say(words.board)}
      </a>
    </p>
  )
}

type LookAsProps = { readonly view: RoundView; readonly as: string; readonly onChange: (person: string) => void }

function LookAs({ view, as, onChange }: LookAsProps) {
  return (
    <p>
      <label>
        {say(words.lookAs)}{' '}
        <select value={as} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{say(words.myself)}</option>
          {view.people.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {name} ({title})
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}

/** Whoever sees all agencies has the board for it, so only others' tasks are listed. */
function Seen({ view, as }: { readonly view: RoundView; readonly as: string }) {
  const person = view.people.find(({ id }) => id === as)
  const wide = me.value?.role === 'coordinator' || me.value?.role === 'viewer'
  return (
    <>
      {person !== undefined && (
        <p aria-live="polite">
          {say(words.seenBy)} <strong>{person.name}</strong>, {person.title}.
        </p>
      )}
      {(as !== '' || !wide) && <Tasks view={view} as={as} />}
      <CapturedMails view={view} as={as} />
    </>
  )
}

function Tasks({ view, as }: { readonly view: RoundView; readonly as: string }) {
  const round = view.round.id
  const { value, error, reload } = useResource(`rehearsal-tasks|${round}|${as}`, () => fetchAssignmentsAs(round, as))
  return (
    <>
      <h2>{say(words.tasks)}</h2>
      {value === undefined && (error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />)}
      {value !== undefined && <RehearsalTasks view={view} assignments={value} own={as === ''} />}
    </>
  )
}
