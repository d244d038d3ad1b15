/** Rounds that are over, the newest first, those of earlier years folded: what one's agencies sent in them, with the way to each submission and its receipt. */
import { useState } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { fetchAssignments, fetchRound, type RoundSummary } from '../api/rounds.ts'
import { me } from '../session/session.ts'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { roundsOfYear, tasksWording as words } from '../wording/tasks.ts'
import { statusWords } from '../wording/work.ts'

export type PastRoundsProps = { readonly rounds: readonly RoundSummary[] }

export function PastRounds({ rounds }: PastRoundsProps) {
  const [newest, ...earlier] = byYear(rounds)
  return (
    <section aria-labelledby="past-rounds">
      <h2 id="past-rounds">{say(words.past)}</h2>
      {newest?.rounds.map((round) => (
        <PastRound key={round.id} round={round} />
      ))}
      {earlier.map(({ year, rounds: ofYear }) => (
        <details key={year}>
          <summary>{say(roundsOfYear(year, ofYear.length))}</summary>
          {ofYear.map((round) => (
            <PastRound key={round.id} round={round} />
          ))}
        </details>
      ))}
    </section>
  )
}

/** By the year of the final date, in the given order. */
function byYear(rounds: readonly RoundSummary[]): { year: string; rounds: RoundSummary[] }[] {
  const years = new Map<string, RoundSummary[]>()
  for (const round of rounds) {
    const year = round.closesOn.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), round])
  }
  return [...years].map(([year, ofYear]) => ({ year, rounds: ofYear }))
}

function PastRound({ round }: { round: RoundSummary }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="card door" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say(round.title)} ({longLocalDate(round.closesOn)})
      </summary>
      {open && <Sent round={round.id} />}
    </details>
  )
}

function Sent({ round }: { round: string }) {
  const { value, error } = useResource(`past|${round}`, async () => {
    const [view, assignments] = await Promise.all([fetchRound(round), fetchAssignments(round)])
    return { view, assignments }
  })
  if (value === undefined) return error === undefined ? <Loading /> : <p role="alert">{sayFailure(error)}</p>
  const agencies = me.value?.agencies ?? []
  const own = value.assignments.filter(({ agencyId }) => agencies.some(({ id }) => id === agencyId))
  return (
    <ul>
      {own.map(({ agencyId, formId, status, revision }) => {
        const form = value.view.forms.find(({ id }) => id === formId)
        const agency = agencies.length > 1 ? agencies.find(({ id }) => id === agencyId) : undefined
        return (
          <li key={`${agencyId} ${formId}`}>
            {agency !== undefined && `${say(agency.name)}: `}
            {form === undefined ? formId : say(form.title)}{' '}
            <span class={`tag ${status}`}>{say(statusWords[status])}</span>{' '}
            {revision > 0 && <a href={`/putaran/${round}/${agencyId}/${formId}/kiriman`}>{say(words.seeSent)}</a>}
          </li>
        )
      })}
    </ul>
  )
}
