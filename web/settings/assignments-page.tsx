/** Which agency answers which form of a round, by workbook. A page of its own, so that nothing typed on the round's page is lost. */
import { useRoute } from 'preact-iso'
import type { RoundRevision } from '../../functions/schema/round-plan.ts'
import { useResource } from '../api/resource.ts'
import { fetchHistory, newestOf } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { roundsWording as words } from '../wording/round-settings.ts'
import { listWorkbookWording } from '../wording/settings.ts'
import { ListWorkbookPanel } from './list-workbook.tsx'
import './settings.css'

export function AssignmentsPage() {
  const { round = '' } = useRoute().params
  usePageTitle(say(listWorkbookWording.assignments))
  const path = `rounds/${encodeURIComponent(round)}`
  const history = useResource(`settings|assignments|${round}`, () => fetchHistory<RoundRevision>(`${path}/revisions`))
  if (history.value === undefined) {
    return history.error === undefined ? <Loading /> : <ErrorPage error={history.error} retry={history.reload} />
  }
  const { title, assignments } = newestOf(history.value.revisions)
  const list = {
    path: `/api/${path}/assignments/workbook`,
    name: say(listWorkbookWording.assignments),
    fileName: `penugasan-${round}.xlsx`,
  }
  return (
    <section>
      <p>
        <a href={`/pengaturan/putaran/${round}`}>‹ {say(title)}</a>
      </p>
      <h1>{say(listWorkbookWording.assignments)}</h1>
      <dl class="facts">
        <div>
          <dt>{say(words.matrix)}</dt>
          <dd>
            {say(
              listWorkbookWording.assigned(
                assignments.length,
                new Set(assignments.map(({ agencyId }) => agencyId)).size,
              ),
            )}
          </dd>
        </div>
      </dl>
      <ListWorkbookPanel list={list} lead={listWorkbookWording.assignmentsLead} reload={history.reload} />
    </section>
  )
}
