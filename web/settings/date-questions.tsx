/** What is asked about dates that are possible and seldom meant: a target that is past, a year whose holidays nobody has entered yet. */
import { isLocalDate } from '../../functions/rules/dates.ts'
import type { CalendarRevision } from '../../functions/schema/region-requests.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { useResource } from '../api/resource.ts'
import { fetchHistory } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { emptyYear, pastTarget } from '../wording/round-settings.ts'

type Dates = Pick<RoundPlan, 'opensOn' | 'targetOn' | 'closesOn'>

export function DateQuestions({ plan }: { plan: Dates }) {
  const { value } = useResource('date-questions', () => fetchHistory<CalendarRevision>('directory/calendar'))
  const holidays = value?.revisions?.[0]?.holidays
  const today = localDateAt(presentMinute.value, zone.value)
  const isPast = isLocalDate(plan.targetOn) && plan.targetOn < today && plan.closesOn >= today
  const years = holidays === undefined ? [] : yearsWithout(plan, holidays)
  return (
    <>
      {isPast && (
        <p class="panel warning" role="status">
          {say(pastTarget)}
        </p>
      )}
      {years.map((year) => (
        <p key={year} class="panel warning" role="status">
          {say(emptyYear(year))} <a href="/pengaturan/kalender">{say(emptyYear.link)}</a>
        </p>
      ))}
    </>
  )
}

/** Years of the dates in which the calendar has no day at all: then 1 January would be a working day, with mails. */
export function yearsWithout(
  { opensOn, targetOn, closesOn }: Dates,
  holidays: readonly { readonly date: string }[],
): string[] {
  const known = new Set(holidays.map(({ date }) => date.slice(0, 4)))
  const years = [opensOn, targetOn, closesOn].filter(isLocalDate).map((date) => date.slice(0, 4))
  return [...new Set(years)].filter((year) => !known.has(year))
}
