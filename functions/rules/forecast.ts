/**
 * When work will be done if it goes on as it has: answers over the working days since the opening. Only drafts' last state is kept, so
 * there is no pace of the last days alone; where the time is too short or the work has stopped, nothing is foretold.
 */
import type { LocalDate } from '../schema/ids.ts'
import type { Holiday } from '../schema/region.ts'
import { addDays } from './dates.ts'
import { addWorkingDays, type WorkingWeek, workingDaysBetween } from './working-days.ts'

export type Progress = {
  readonly answered: number
  readonly expected: number
  /** The day of the last answer, or none. */
  readonly lastOn: LocalDate | null
}
export type Span = {
  readonly today: LocalDate
  readonly opensOn: LocalDate
  readonly holidays: readonly Holiday[]
  readonly week: WorkingWeek
}
export type Forecast =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stopped'; readonly since: LocalDate }
  | { readonly kind: 'on'; readonly day: LocalDate }

/** Working days from which on there is a pace, and without an answer after which it is over. */
const least = 2
/** Nobody plans further. */
const furthest = 250

export function forecastOf(
  { answered, expected, lastOn }: Progress,
  { today, opensOn, holidays, week }: Span,
): Forecast {
  if (answered >= expected) return { kind: 'done' }
  if (lastOn === null || answered === 0) return { kind: 'unknown' }
  const calendar = { holidays }
  const yesterday = addDays(today, -1)
  if (workingDaysBetween(addDays(lastOn, 1), yesterday, calendar, week).length >= least) {
    return { kind: 'stopped', since: lastOn }
  }
  const until = lastOn >= today ? today : yesterday
  const worked = workingDaysBetween(opensOn, until, calendar, week).length
  if (worked < least) return { kind: 'unknown' }
  const left = Math.ceil(((expected - answered) * worked) / answered)
  if (left > furthest) return { kind: 'unknown' }
  const day = addWorkingDays(until, left, calendar, week)
  return { kind: 'on', day: day < today ? today : day }
}

/** How many a working day are needed from today on to have all by then; `undefined` where no working day is left. */
export function neededPace(left: number, until: LocalDate, { today, holidays, week }: Omit<Span, 'opensOn'>) {
  const days = workingDaysBetween(today, until, { holidays }, week).length
  return days === 0 ? undefined : Math.ceil(left / days)
}
