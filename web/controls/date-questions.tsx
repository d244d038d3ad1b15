/** What is asked about dates, typed for a round or for its window: a year whose holidays are not all entered yet, and a window of minutes. */
import { isLocalDate } from '../../functions/rules/dates.ts'
import { hasYear } from '../../functions/rules/holidays.ts'
import { emptyYear, shortWindow } from '../wording/date-questions.ts'
import { say } from '../wording/language.ts'

type Holidays = Parameters<typeof hasYear>[0]

export function EmptyYears({ dates, holidays }: { readonly dates: readonly string[]; readonly holidays: Holidays }) {
  return (
    <>
      {yearsWithout(dates, holidays).map((year) => (
        <p key={year} class="panel warning" role="status">
          {say(emptyYear(year))} <a href="/pengaturan/kalender">{say(emptyYear.link)}</a>
        </p>
      ))}
    </>
  )
}

/** Years of the dates whose decree is not in the calendar: then Idulfitri would be working days, with mails. */
export function yearsWithout(dates: readonly string[], holidays: Holidays): string[] {
  const years = dates.filter(isLocalDate).map((date) => date.slice(0, 4))
  return [...new Set(years)].filter((year) => !hasYear(holidays, year))
}

const dayMinutes = 24 * 60
const shortest = 60

/** `from`: the time, `HH:MM`, from which one may write on the day on which it closes; absent where that is an earlier day. */
export function ShortWindow({ from }: { readonly from: string | undefined }) {
  const [hours = 0, minutes = 0] = (from ?? '').split(':').map(Number)
  const left = dayMinutes - 60 * hours - minutes
  if (from === undefined || !(left <= shortest)) return null
  return (
    <p class="panel warning" role="status">
      {say(shortWindow(left))}
    </p>
  )
}
