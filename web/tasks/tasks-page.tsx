/**
 * What an operator or head has to do: per agency each form of the rounds that are open (else of the newest one), most urgent
 * fact first, one button each. A round to come is only announced.
 */
import { isSent } from '../../functions/rules/completeness.ts'
import { compareTitles } from '../../functions/rules/natural-order.ts'
import { shownRounds } from '../../functions/rules/shown-rounds.ts'
import type { Agency } from '../../functions/schema/region.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { useResource } from '../api/resource.ts'
import { fetchAssignments, fetchRound, fetchRounds, type RoundSummary, type RoundView } from '../api/rounds.ts'
import { remembered } from '../device/remembered.ts'
import type { AskExtensionProps } from '../extension/ask-extension.tsx'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { later } from '../shell/later.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { nextRound, sentOf, tasksWording as words } from '../wording/tasks.ts'
import { OpenRounds } from './open-rounds.tsx'
import type { PastRoundsProps } from './past-rounds.tsx'
import { TaskCard } from './task-card.tsx'
import './tasks.css'

const AskExtension = later<AskExtensionProps>(async () => (await import('../extension/ask-extension.tsx')).AskExtension)

const PastRounds = later<PastRoundsProps>(async () => (await import('./past-rounds.tsx')).PastRounds)

type Tasks = { readonly view: RoundView; readonly assignments: readonly Assignment[] }
/** `past`: absent in what an older release remembered. */
type Desk = {
  readonly shown: readonly Tasks[]
  readonly next: RoundSummary | undefined
  readonly past?: readonly RoundSummary[]
}

async function loadDesk(): Promise<Desk> {
  const rounds = await fetchRounds()
  const shown = [...shownRounds(rounds)].sort((a, b) => compareTitles(say(a.title), say(b.title)))
  const load = async ({ id }: RoundSummary): Promise<Tasks> => {
    const [view, assignments] = await Promise.all([fetchRound(id), fetchAssignments(id)])
    return { view, assignments }
  }
  const past = rounds.filter((each) => each.stage === 'closed' && !shown.includes(each))
  return { shown: await Promise.all(shown.map(load)), next: rounds.find(({ stage }) => stage === 'upcoming'), past }
}

export function TasksPage() {
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource('tasks', () =>
    remembered(me.peek()?.id ?? '-', 'tugas-putaran', loadDesk),
  )
  if (value !== undefined) shownRound.value = value.shown[0]?.view.round
  if (value === undefined && loading) return <Loading />
  if (error !== undefined && value === undefined) return <ErrorPage error={error} retry={reload} />
  const agencies = me.value?.agencies ?? []
  const shown = (value?.shown ?? []).flatMap((tasks) =>
    agencies
      .filter(({ id }) => tasks.assignments.some(({ agencyId }) => agencyId === id))
      .map((agency) => ({ tasks, agency, own: tasks.assignments.filter(({ agencyId }) => agencyId === agency.id) })),
  )
  // By the agency's own dates, which an extension or a return may have moved.
  shown.sort((a, b) => firstDate(a.own).localeCompare(firstDate(b.own)))
  const next = value?.next
  return (
    <section>
      <h1>{say(words.title)}</h1>
      {shown.length === 0 && <p>{say(words.none)}</p>}
      {value !== undefined && value.shown.length > 1 && <OpenRounds shown={shown} />}
      {shown.map(({ tasks, agency, own }) => (
        <AgencyTasks
          key={`${tasks.view.round.id} ${agency.id}`}
          agency={agency}
          tasks={tasks}
          assignments={own}
          several={value !== undefined && value.shown.length > 1}
        />
      ))}
      {value?.past !== undefined && value.past.length > 0 && <PastRounds rounds={value.past} />}
      {next !== undefined && <p class="hint">{say(nextRound(next.title, longLocalDate(next.opensOn)))}</p>}
    </section>
  )
}

/** Until when it is to be sent; what was sent comes last. */
const dateOf = (each: Assignment) => (isSent(each) ? '9999' : (each.dueAt ?? each.closesAt))
const firstDate = (own: readonly Assignment[]) => own.map(dateOf).sort()[0] ?? '9999'

type AgencyTasksProps = {
  readonly agency: Pick<Agency, 'id' | 'name'>
  readonly tasks: Tasks
  readonly assignments: readonly Assignment[]
  /** Are there rounds to be told apart? */
  readonly several: boolean
}

function AgencyTasks({ agency, tasks, assignments, several }: AgencyTasksProps) {
  const { round } = tasks.view
  const returned = assignments.filter(({ status }) => status === 'returned').length
  const done = assignments.filter(({ status }) => status === 'submitted' || status === 'accepted').length
  return (
    <section aria-labelledby={`tasks-${round.id}-${agency.id}`}>
      <h2 id={`tasks-${round.id}-${agency.id}`}>
        {say(agency.name)}
        {several && `: ${say(round.title)}`}
      </h2>
      <p>
        {done === assignments.length ? say(words.allDone) : say(sentOf(done + returned, assignments.length, returned))}
      </p>
      {done < assignments.length && (
        <AskExtension
          round={round.id}
          agency={agency.id}
          closesOn={tasks.view.dates.find(({ agencyId }) => agencyId === agency.id)?.closesOn}
        />
      )}
      <ul class="tasks">
        {[...assignments]
          .sort((a, b) => dateOf(a).localeCompare(dateOf(b)))
          .map((assignment) => (
            <li key={assignment.formId}>
              <TaskCard assignment={assignment} view={tasks.view} />
            </li>
          ))}
      </ul>
    </section>
  )
}
