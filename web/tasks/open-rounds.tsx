/** The way to each of several open rounds, with its final date: a phone shows one form at a time. */
import type { RoundView } from '../api/rounds.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { until, tasksWording as words } from '../wording/tasks.ts'

type Shown = { readonly tasks: { readonly view: RoundView }; readonly agency: { readonly id: string } }

export function OpenRounds({ shown }: { readonly shown: readonly Shown[] }) {
  const ids = shown.map(({ tasks }) => tasks.view.round.id)
  const firsts = shown.filter((_, index) => ids.indexOf(ids[index] ?? '') === index)
  return (
    <nav aria-label={say(words.openRounds)}>
      <ul>
        {firsts.map(({ tasks: { view }, agency }) => (
          <li key={view.round.id}>
            <a href={`#tasks-${view.round.id}-${agency.id}`}>{say(view.round.title)}</a>{' '}
            <span class="hint">{say(until(longLocalDate(closesOnFor(view, agency.id))))}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function closesOnFor({ dates, round }: RoundView, agency: string): string {
  return dates.find(({ agencyId }) => agencyId === agency)?.closesOn ?? round.closesOn
}
