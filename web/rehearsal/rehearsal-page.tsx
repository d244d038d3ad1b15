/**
 * A rehearsal as each person sees it: what is due from them, and the mails that they would have got. The coordinator chooses whose
 * eyes to look through; everybody else sees with their own.
 */
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Wording } from '../../functions/schema/wording.ts'
import { fetchAssignmentsAs } from '../api/rehearsals.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, type RoundView } from '../api/rounds.ts'
import { me } from '../session/session.ts'
import { BackToGuide } from '../set-up/back-to-guide.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { roleWords } from '../wording/directory.ts'
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
      <BackToGuide />
      <h1>{say(view.round.title)}</h1>
      <p>{say(words.intro)}</p>
      {coordinator && (
        <>
          <Doors round={round} doors={coordinatorDoors} />
          <p class="hint">{say(words.join)}</p>
          <LookAs view={view} as={as} onChange={setAs} />
        </>
      )}
      {me.value?.role === 'viewer' && <Doors round={round} doors={wideDoors} />}
      <Seen view={view} as={as} />
    </section>
  )
}

type Door = readonly [path: string, label: Wording]
const wideDoors: readonly Door[] = [
  ['/rekap', words.board],
  ['/surat/rencana', words.plan],
  ['/temuan', words.findings],
  ['/hasil', words.results],
]
const coordinatorDoors: readonly Door[] = [
  ...wideDoors,
  ['/reviu', words.review],
  ['/rekap/jendela', words.windows],
  ['/surat/ingatkan', words.remind],
]

function Doors({ round, doors }: { readonly round: string; readonly doors: readonly Door[] }) {
  return (
    <p class="cluster">
      {doors.map(([path, label]) => (
        <a key={path} class="button" href={`${path}?putaran=${round}`}>
          {say(label)}
        </a>
      ))}
    </p>
  )
}

const roles = ['operator', 'verifier', 'viewer', 'coordinator'] as const

type LookAsProps = { readonly view: RoundView; readonly as: string; readonly onChange: (person: string) => void }

function LookAs({ view, as, onChange }: LookAsProps) {
  return (
    <p>
      <label>
        {say(words.lookAs)}{' '}
        <select value={as} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{say(words.myself)}</option>
          {roles.map((role) => (
            <optgroup key={role} label={say(roleWords[role])}>
              {view.people
                .filter((each) => each.role === role && !each.disabled)
                .map(({ id, name, title }) => (
                  <option key={id} value={id}>
                    {name} ({title})
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
    </p>
  )
}

/** Whoever sees all agencies has the board for it, so only others' tasks are listed. */
function Seen({ view, as }: { readonly view: RoundView; readonly as: string }) {
  const person = view.people.find(({ id }) => id === as)
  const role = person?.role ?? me.value?.role
  const wide = role === 'coordinator' || role === 'viewer'
  return (
    <>
      {person !== undefined && (
        <p aria-live="polite">
          {say(words.seenBy)} <strong>{person.name}</strong>, {person.title}.{' '}
          {wide && say(role === 'viewer' ? words.seesAll : words.seesAndDoes)}
        </p>
      )}
      {person !== undefined && role === 'viewer' && <Doors round={view.round.id} doors={wideDoors} />}
      {!wide && <Tasks view={view} as={as} />}
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
