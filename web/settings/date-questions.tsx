/** What is asked about a round's dates that are possible and seldom meant. */
import { isLocalDate } from '../../functions/rules/dates.ts'
import { localTimeOf } from '../../functions/rules/wall-clock.ts'
import type { CalendarRevision } from '../../functions/schema/region-requests.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { useResource } from '../api/resource.ts'
import { fetchHistory } from '../api/settings.ts'
import { EmptyYears, ShortWindow } from '../controls/date-questions.tsx'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { pastTarget } from '../wording/date-questions.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { BesideCalendar } from './beside-calendar.tsx'

type Dates = Pick<RoundPlan, 'opensOn' | 'opensAtTime' | 'targetOn' | 'closesOn'>

export function DateQuestions({ plan }: { plan: Dates }) {
  const { value } = useResource('date-questions', () => fetchHistory<CalendarRevision>('directory/calendar'))
  const holidays = value?.revisions?.[0]?.holidays
  const now = presentMinute.value
  const today = localDateAt(now, zone.value)
  const isPast = isLocalDate(plan.targetOn) && plan.targetOn < today && plan.closesOn >= today
  const { opensOn, targetOn, closesOn } = plan
  return (
    <>
      {isPast && (
        <p class="panel warning" role="status">
          {say(pastTarget)}
        </p>
      )}
      <ShortWindow from={lastDayFrom(plan, { today, time: localTimeOf(now, zone.value.zone) })} />
      {holidays !== undefined && <BesideCalendar plan={plan} holidays={holidays} />}
      {holidays !== undefined && <EmptyYears dates={[opensOn, targetOn, closesOn]} holidays={holidays} />}
    </>
  )
}

/** From when one may write on the final day, where not before it. */
function lastDayFrom(
  { opensOn, opensAtTime, closesOn }: Dates,
  { today, time }: { today: string; time: string },
): string | undefined {
  const planned = opensOn === closesOn ? [opensAtTime] : []
  const now = today === closesOn ? [time] : []
  return [...planned, ...now].toSorted().at(-1)
}
