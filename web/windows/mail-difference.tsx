/**
 * What a change of dates would do to the mails, counted by the planner itself before anything is saved; the plan page beside it
 * names them. A change that the server would refuse says why here already.
 */
import type { WindowRequest } from '../../functions/schema/requests.ts'
import { fetchMailPlan, type PlanQuestion } from '../api/mails.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { addressOf } from '../mail/plan-question.ts'
import { say } from '../wording/language.ts'
import { mailsDiffer, windowWording as words } from '../wording/windows.ts'

export type SupposedWindow = Pick<WindowRequest, 'kind' | 'closesOn' | 'targetOn' | 'agencyIds'>

export function MailDifference({ round, change }: { round: string; change: SupposedWindow }) {
  const { kind, closesOn, targetOn, agencyIds } = change
  const question: PlanQuestion = { change: kind, closesOn, targetOn, agencies: agencyIds?.join(',') }
  const address = addressOf(question, round)
  const { value, error } = useResource(`mail-difference|${address}`, async () => {
    const { difference } = await fetchMailPlan(round, question)
    return difference
  })
  if (error !== undefined) return <p class="error-text">{sayFailure(error)}</p>
  const counts = value && { added: value.added.length, removed: value.removed.length, changed: value.changed.length }
  return (
    <p>
      {say(counts === undefined ? words.mailsCounting : mailsDiffer(counts))}{' '}
      <a href={address} target="_blank" rel="noopener">
        {say(words.mails)}
      </a>
    </p>
  )
}
