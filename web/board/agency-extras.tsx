/** Dates of an agency that differ from those of most: an extension of its own, or a closing. */
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { workWording } from '../wording/work.ts'
import { ownDates } from './board-model.ts'

export function AgencyExtras({ agencyId, view }: { agencyId: string; view: RoundView }) {
  const own = ownDates(view, agencyId)
  if (own === undefined) return null
  return (
    <small class="own-dates">
      {say(workWording.target)}: {deadline(own.targetAt, zone.value)}
      <br />
      {say(workWording.final)}: {deadline(own.closesAt, zone.value)}
    </small>
  )
}
