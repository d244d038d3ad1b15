/** Days on which an office rests, for dates that are being chosen. The server computes what is due; this only warns and suggests. */
import type { LocalDate } from '../../functions/schema/ids.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { controlWording as words } from '../wording/window-controls.ts'

const dayMilliseconds = 86_400_000
/** A calendar that declares every day free must not make the search endless. */
const longestRestDays = 400

/** 0 = Sunday. Not a number for what is no date. */
function dayOfWeek(date: LocalDate): number {
  return new Date(`${date}T00:00:00.000Z`).getUTCDay()
}

/** Why the offices are closed on that day: the holiday's name, or the weekend; `undefined` on a working day. */
export function restOn(date: LocalDate, holidays: readonly Holiday[], week: 5 | 6 = 5): Wording | undefined {
  const holiday = holidays.find((each) => each.date === date)
  if (holiday !== undefined) {
    const { id, en } = holiday.name
    return { id: `${words.holiday.id}: ${id}`, en: `${words.holiday.en}: ${en}` }
  }
  const day = dayOfWeek(date)
  return day === 0 || (day === 6 && week === 5) ? words.weekend : undefined
}

/** The `count`-th working day after `date`. */
export function workingDayAfter(
  date: LocalDate,
  count: number,
  holidays: readonly Holiday[],
  week: 5 | 6 = 5,
): LocalDate {
  let day = date
  let left = count
  for (let tries = 0; left > 0 && tries < longestRestDays; tries += 1) {
    day = new Date(Date.parse(`${day}T00:00:00.000Z`) + dayMilliseconds).toISOString().slice(0, 10)
    if (restOn(day, holidays, week) === undefined) left -= 1
  }
  return day
}
