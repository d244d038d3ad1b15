/** What is due in a rehearsal, one line a form; whoever enters data for an agency opens it from here. */
import type { Assignment } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { me, zone } from '../session/session.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { rehearsalRoundWording as words } from '../wording/rehearsal-round.ts'
import { completenessWords, statusWords, workWording } from '../wording/work.ts'
import '../settings/settings.css'
import './rehearsal.css'

export type RehearsalTasksProps = {
  readonly view: RoundView
  readonly assignments: readonly Assignment[]
  /** Seen with the reader's own eyes, so that it may be opened. */
  readonly own: boolean
}

export function RehearsalTasks({ view, assignments, own }: RehearsalTasksProps) {
  if (assignments.length === 0) return <p>{say(words.noTasks)}</p>
  const several = new Set(assignments.map(({ agencyId }) => agencyId)).size > 1
  const columns = [...(several ? (['agency'] as const) : []), 'form', 'state', 'until'] as const
  const enters = own && (me.value?.role === 'operator' || me.value?.role === 'verifier')
  return (
    <WideTable label={say(words.tasks)}>
      <table class="listing rehearsal-tasks">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {say(words[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {assignments.map((task) => (
            <tr key={`${task.agencyId} ${task.formId}`}>
              {several && (
                <th scope="row">{view.agencies.find(({ id }) => id === task.agencyId)?.shortName ?? task.agencyId}</th>
              )}
              <td>
                <FormName view={view} task={task} enters={enters} />
              </td>
              <td>
                <span class={`tag ${task.status}`}>{say(statusWords[task.status])}</span>
                {task.overdue && <span class="tag late">{say(dateWording.overdue)}</span>}
                <small>
                  {task.nil
                    ? say(workWording.nil)
                    : say(completenessWords(task.completeness.answered, task.completeness.expected))}
                </small>
              </td>
              <td>{deadline(task.dueAt ?? task.closesAt, zone.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

type FormNameProps = { readonly view: RoundView; readonly task: Assignment; readonly enters: boolean }

function FormName({ view, task, enters }: FormNameProps) {
  const form = view.forms.find(({ id }) => id === task.formId)
  const title = form === undefined ? task.formId : say(form.shortTitle)
  if (!enters) return title
  return <a href={`/putaran/${view.round.id}/${task.agencyId}/${task.formId}`}>{title}</a>
}
