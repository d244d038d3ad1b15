/** Which dates move, from what to what, for whom: before a decision is saved and after. */

import type { RoundView } from '../api/rounds.ts'
import { restOn } from '../controls/working-day.ts'
import { zone } from '../session/session.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { agencyCount, windowWording as words } from '../wording/windows.ts'
import type { Move } from './window-model.ts'

/** Up to here agencies are named; more are counted. */
const namedAgencies = 6

export function Moves({ moves, view }: { moves: readonly Move[]; view: RoundView }) {
  if (moves.length === 0) return <p>{say(words.nothingMoved)}</p>
  return (
    <ul class="moves">
      {moves.map(({ agencyIds, from, to }) => {
        const rest = restOn(to.closesOn, view.holidays)
        return (
          <li key={agencyIds.join()}>
            <strong>{saidAgencies(agencyIds, view)}</strong>
            {from.targetAt !== to.targetAt && (
              <DateMove label={say(dateWording.target)} from={from.targetAt} to={to.targetAt} />
            )}
            {from.closesAt !== to.closesAt && (
              <DateMove label={say(dateWording.final)} from={from.closesAt} to={to.closesAt} />
            )}
            {rest !== undefined && from.closesAt !== to.closesAt && <span class="holiday">({say(rest)})</span>}
          </li>
        )
      })}
    </ul>
  )
}

function DateMove({ label, from, to }: { label: string; from: string; to: string }) {
  return (
    <span class="date-move">
      {label}: <s>{deadline(from, zone.value)}</s> <span class="unseen">{say(words.becomes)}</span>
      <span aria-hidden="true">›</span> <strong>{deadline(to, zone.value)}</strong>
    </span>
  )
}

/** All of the round, a few names, or a number. */
export function saidAgencies(agencyIds: readonly string[], view: RoundView): string {
  if (agencyIds.length === view.dates.length) return `${say(words.all)} (${agencyIds.length})`
  if (agencyIds.length > namedAgencies) return say(agencyCount(agencyIds.length))
  return agencyIds
    .map((id) => {
      const agency = view.agencies.find((each) => each.id === id)
      return agency === undefined ? id : say(agency.name)
    })
    .join(', ')
}
