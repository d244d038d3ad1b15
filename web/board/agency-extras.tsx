/** What is to be known beside an agency's name: that nobody fills in its forms, and dates that differ from those of most. */
import { lacksIn } from '../../functions/rules/staffing.ts'
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { lackTags } from '../wording/staffing.ts'
import { workWording } from '../wording/work.ts'
import { ownDates } from './board-model.ts'

export function AgencyExtras({ agencyId, view }: { agencyId: string; view: RoundView }) {
  const own = ownDates(view, agencyId)
  const nobody = lacksIn({ agencies: view.agencies.filter(({ id }) => id === agencyId), people: view.people }).some(
    ({ lacks }) => lacks === 'operator',
  )
  return (
    <>
      {nobody && (
        <>
          {' '}
          <span class="tag late">{say(lackTags.operator)}</span>
        </>
      )}
      {own !== undefined && (
        <small class="own-dates">
          <span class="no-print">
            {say(workWording.target)}: {deadline(own.targetAt, zone.value)}
            <br />
          </span>
          {say(workWording.final)}: {deadline(own.closesAt, zone.value)}
        </small>
      )}
    </>
  )
}
