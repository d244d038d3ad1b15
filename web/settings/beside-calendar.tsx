/** How many working days a round's dates give, and which days between them are none. */
import { daysBetween, isLocalDate } from '../../functions/rules/dates.ts'
import { workingDaysBetween } from '../../functions/rules/working-days.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { workingDays } from '../wording/round-settings.ts'

/** Of longer rounds the list would say little; most often a year was typed wrong. */
const mostDaysTold = 120

type Props = {
  readonly plan: Pick<RoundPlan, 'opensOn' | 'targetOn' | 'closesOn'>
  readonly holidays: Holiday[]
}

export function BesideCalendar({ plan: { opensOn, targetOn, closesOn }, holidays }: Props) {
  if (![opensOn, targetOn, closesOn].every(isLocalDate) || targetOn < opensOn || closesOn < targetOn) return null
  if (daysBetween(opensOn, closesOn) > mostDaysTold) return null
  const off = holidays.filter(({ date }) => date >= opensOn && date <= closesOn)
  const until = (date: string) => workingDaysBetween(opensOn, date, { holidays }, 5).length
  return (
    <>
      <p>{say(workingDays(until(targetOn), until(closesOn)))}</p>
      {off.length > 0 && (
        <ul>
          {off.map(({ date, name }) => (
            <li key={date}>
              {longLocalDate(date)}: {say(name)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
