/** The dates of an entry window, and what a decision about it makes of them: for what is stored, and for what is only typed. */
import type { Instant, LocalDate } from '../schema/ids.ts'
import type { Window } from '../schema/round.ts'
import { localDateOf } from './wall-clock.ts'
import { endOfDay } from './zone.ts'

/** Dates in force. `targetAt` and `closesAt` are exclusive closing instants; the target is never after the final date. */
/** `decidedTargetOn`: the target as it was set, where a closing or an earlier final date has cut it since; a later window gets it back. */
export type WindowDates = {
  targetOn: LocalDate
  targetAt: Date
  closesOn: LocalDate
  closesAt: Date
  decidedTargetOn?: LocalDate
}
/** What of a decision moves dates. `at` is the instant of the decision, at which a closing closes. */
export type WindowMove = Pick<Window, 'kind' | 'at' | 'closesOn' | 'targetOn'>

/** The dates of a window that ends on `closesOn`; a target after it is cut there. */
export function datesUntil(targetOn: LocalDate, closesOn: LocalDate, zone: string): WindowDates {
  // Stryker disable next-line EqualityOperator: on one day both are the same
  const target = targetOn < closesOn ? targetOn : closesOn
  const cut = target === targetOn ? {} : { decidedTargetOn: targetOn }
  return { targetOn: target, targetAt: endOfDay(target, zone), closesOn, closesAt: endOfDay(closesOn, zone), ...cut }
}

/** The dates after a decision. A target that is left blank is the one from before, also from before a closing. */
export function applyWindow<D extends WindowDates>(dates: D, move: WindowMove, zone: string): D {
  if (move.kind === 'close' || move.closesOn === undefined) return closeAt(dates, move.at, zone)
  const { decidedTargetOn, ...before } = dates
  return { ...before, ...datesUntil(move.targetOn ?? decidedTargetOn ?? dates.targetOn, move.closesOn, zone) } as D
}

/** A closing never makes a window longer: closing what is already closed changes nothing. */
function closeAt<D extends WindowDates>(dates: D, at: Instant, zone: string): D {
  const closesAt = new Date(at)
  if (closesAt >= dates.closesAt) return dates
  const closesOn = localDateOf(closesAt, zone)
  const target =
    dates.targetAt <= closesAt
      ? {}
      : { targetOn: closesOn, targetAt: closesAt, decidedTargetOn: dates.decidedTargetOn ?? dates.targetOn }
  return { ...dates, ...target, closesOn, closesAt }
}
