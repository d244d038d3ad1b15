/** What is to be known beside an agency's name: that nobody fills in its forms, and dates that differ from those of most. */
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { lackTags } from '../wording/staffing.ts'
import { lacksOperator, ownDates } from './board-model.ts'

export function AgencyExtras({ agencyId, view }: { agencyId: string; view: RoundView }) {
  const own = ownDates(view, agencyId)
  return (
    <>
      {lacksOperator(view, agencyId) && (
        <>
          {' '}
          <span class="tag late">{say(lackTags.operator)}</span>
        </>
      )}
      {own !== undefined && (
        <small class="own-dates">
          <span class="no-print">
            {say(dateWording.target)}: {deadline(own.targetAt, zone.value)}
            <br />
          </span>
          {say(dateWording.final)}: {deadline(own.closesAt, zone.value)}
        </small>
      )}
    </>
  )
}
