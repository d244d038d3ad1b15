/** What an operator or head has to do: per agency each form of the newest round, most urgent fact first, one button each. */
import type { Agency } from '../../functions/schema/region.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { useResource } from '../api/resource.ts'
import { fetchAssignments, fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { remembered } from '../device/remembered.ts'
import type { AskExtensionProps } from '../extension/ask-extension.tsx'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { later } from '../shell/later.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { sentOf, tasksWording as words } from '../wording/tasks.ts'
import { TaskCard } from './task-card.tsx'
import './tasks.css'

const AskExtension = later<AskExtensionProps>(async () => (await import('../extension/ask-extension.tsx')).AskExtension)

type Tasks = { readonly view: RoundView; readonly assignments: readonly Assignment[] }

async function loadTasks(): Promise<Tasks | undefined> {
  const [newest] = await fetchRounds()
  if (newest === undefined) return undefined
  const [view, assignments] = await Promise.all([fetchRound(newest.id), fetchAssignments(newest.id)])
  return { view, assignments }
}

export function TasksPage() {
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource('tasks', () =>
    remembered(me.peek()?.id ?? '-', 'tugas', loadTasks),
  )
  if (value !== undefined) shownRound.value = value.view.round
  if (value === undefined && loading) return <Loading />
  if (error !== undefined && value === undefined) return <ErrorPage error={error} retry={reload} />
  const own = (me.value?.agencies ?? []).filter(({ id }) => value?.assignments.some(({ agencyId }) => agencyId === id))
  return (
    <section>
      <h1>{say(words.title)}</h1>
      {value === undefined || own.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        own.map((agency) => <AgencyTasks key={agency.id} agency={agency} tasks={value} />)
      )}
    </section>
  )
}

function AgencyTasks({ agency, tasks }: { agency: Pick<Agency, 'id' | 'name'>; tasks: Tasks }) {
  const assignments = tasks.assignments.filter(({ agencyId }) => agencyId === agency.id)
  const sent = assignments.filter(({ status }) => status === 'submitted' || status === 'accepted').length
  return (
    <section aria-labelledby={`tasks-${agency.id}`}>
      <h2 id={`tasks-${agency.id}`}>{say(agency.name)}</h2>
      <p>{sent === assignments.length ? say(words.allDone) : say(sentOf(sent, assignments.length))}</p>
      {sent < assignments.length && (
        <AskExtension
          round={tasks.view.round.id}
          agency={agency.id}
          closesOn={tasks.view.dates.find(({ agencyId }) => agencyId === agency.id)?.closesOn}
        />
      )}
      <ul class="tasks">
        {assignments.map((assignment) => (
          <li key={assignment.formId}>
            <TaskCard assignment={assignment} view={tasks.view} />
          </li>
        ))}
      </ul>
    </section>
  )
}
