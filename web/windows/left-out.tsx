/** Agencies that are chosen, but whose dates this change cannot move: named, and left out with one press. */
import type { AgencyDates, RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { agencyCount, windowWording as words } from '../wording/windows.ts'
import { saidAgencies } from './moves.tsx'
import { concernedBy, immovable, type WindowDraft } from './window-model.ts'

export type LeftOutProps = {
  readonly draft: WindowDraft
  readonly view: RoundView
  readonly onLeaveOut: (change: Pick<WindowDraft, 'scope' | 'agencyIds'>) => void
}

export function LeftOut({ draft, view, onLeaveOut }: LeftOutProps) {
  const concerned = concernedBy(draft, view.dates)
  const stuck = immovable(draft, concerned, { now: presentInstant(), zoneId: zone.value.zone })
  // Where nobody's dates would move, the date itself is wrong, and its field says so.
  if (stuck.length === 0 || stuck.length === concerned.length) return null
  const ids = stuck.map(({ agencyId }) => agencyId)
  const rest = concerned.filter(({ agencyId }) => !ids.includes(agencyId)).map(({ agencyId }) => agencyId)
  return (
    <div class="panel warning">
      <p>{say(draft.kind === 'correct' ? words.notEarlierFor : words.notLaterFor)}</p>
      <ul>
        {stuck.map((dates) => (
          <li key={dates.agencyId}>
            {saidAgencies([dates.agencyId], view)}: {until(dates)}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => onLeaveOut({ scope: 'some', agencyIds: rest })}>
        {say(words.leaveOut)} ({say(agencyCount(ids.length))})
      </button>
    </div>
  )
}

function until({ closesAt }: AgencyDates): string {
  return deadline(closesAt, zone.value)
}
