/** Why the offices are closed on a day, in words. */
import { holidayOn, isWorkingDay, type WorkingWeek } from '../../functions/rules/working-days.ts'
import type { LocalDate } from '../../functions/schema/ids.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { controlWording as words } from '../wording/window-controls.ts'

/** The holiday's name, or the weekend; `undefined` on a working day. */
export function restOn(date: LocalDate, holidays: readonly Holiday[], week: WorkingWeek = 5): Wording | undefined {
  if (isWorkingDay(date, { holidays }, week)) return undefined
  const name = holidayOn(date, { holidays })?.name
  if (name === undefined) return words.weekend
  return { id: `${words.holiday.id}: ${name.id}`, en: `${words.holiday.en}: ${name.en}` }
}
