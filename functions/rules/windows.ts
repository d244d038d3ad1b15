/** The dates of an entry window, and what a decision about it makes of them: for what is stored, and for what is only typed. */
import type { Instant, LocalDate } from '../schema/ids.ts'
import type { Window } from '../schema/round.ts'
import { localDateOf } from './wall-clock.ts'
import { endOfDay } from './zone.ts'

/** Dates in force. `targetAt` and `closesAt` are exclusive closing instants; the target is never after the final date. */
export type WindowDates = { targetOn: LocalDate; targetAt: Date; closesOn: LocalDate; closesAt: Date }
/** What of a decision moves dates. `at` is the instant of the decision, at which a closing closes. */
export type WindowMove = Pick<Window, 'kind' | 'at' | 'closesOn' | 'targetOn'>

/** The dates of a window that ends on `closesOn`; a target after it is cut there. */
export function datesUntil(targetOn: LocalDate, closesOn: LocalDate, zone: string): WindowDates {
  const target = targetOn < closesOn ? targetOn : closesOn
  return { targetOn: target, targetAt: endOfDay(target, zone), closesOn, closesAt: endOfDay(closesOn, zone) }
}

/** The dates after a decision; an untouched target stays. */
export function applyWindow<D extends WindowDates>(dates: D, move: WindowMove, zone: string): D {
  if (move.kind === 'close' || move.closesOn === undefined) return closeAt(dates, move.at, zone)
  return { ...dates, ...datesUntil(move.targetOn ?? dates.targetOn, move.closesOn, zone) }
}

/** A closing never makes a window longer: closing what is already closed changes nothing. */
function closeAt<D extends WindowDates>(dates: D, at: Instant, zone: string): D {
  const closesAt = new Date(at)
  if (closesAt >= dates.closesAt) return dates
  const closesOn = localDateOf(closesAt, zone)
  const target = dates.targetAt <= closesAt ? {} : { targetOn: closesOn, targetAt: closesAt }
  return { ...dates, ...target, closesOn, closesAt }
}
