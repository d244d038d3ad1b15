/**
 * Reminding agencies by hand: chosen, looked at, sent. `?perangkat=a,b` comes with a choice made elsewhere (the board, a digest). What is
 * typed stays whatever the server answers.
 */
import { useLocation } from 'preact-iso'
import { fetchBoard } from '../api/board.ts'
import { useResource } from '../api/resource.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { mailWording, remindWording as words } from '../wording/mail-desk.ts'
import { loadShownRound } from './load-round.ts'
import { MailTabs } from './mail-tabs.tsx'
import { RemindForm } from './remind-form.tsx'
import './mail.css'

async function loadOpenWork(asked: string | undefined) {
  const view = await loadShownRound(asked)
  if (view === undefined) return undefined
  const { agencies } = await fetchBoard(view.round.id)
  const assignments = agencies.flatMap((row) => row.assignments)
  const owed = assignments.filter(({ status }) => status !== 'submitted' && status !== 'accepted')
  return {
    view,
    openForms: countByAgency(owed.filter(({ open }) => open)),
    shutForms: countByAgency(owed.filter(({ open }) => !open)),
  }
}

function countByAgency(forms: readonly { agencyId: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { agencyId } of forms) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1)
  return counts
}

export function RemindPage() {
  const { query } = useLocation()
  usePageTitle(say(mailWording.remind))
  const { value, error, loading, reload } = useResource(`remind|${query.putaran ?? ''}`, () =>
    loadOpenWork(query.putaran),
  )
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <h1>{say(mailWording.remind)}</h1>
      <MailTabs />
      <p>{say(words.intro)}</p>
      {value === undefined ? (
        <p>{say(mailWording.noRound)}</p>
      ) : (
        <RemindForm {...value} chosen={(query.perangkat ?? '').split(',').filter((id) => id !== '')} onSent={reload} />
      )}
    </section>
  )
}
