/** Of the working calendar: whether anybody has entered a year. */
import type { Holiday } from '../schema/region.ts'

/** A year without any day in it was not entered: 1 January would count as a working day, with mails. */
export function hasYear(holidays: readonly Pick<Holiday, 'date'>[], year: number | string): boolean {
  return holidays.some(({ date }) => date.startsWith(`${year}-`))
}
