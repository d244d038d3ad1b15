/**
 * Whether a change of the entry window is possible now, judged for every agency that it concerns: dates may only move later
 * (earlier as a correction, announced a day ahead), a re-opening needs something closed, a closing something open.
 */
import type { WindowRequest } from '../schema/requests.ts'
import type { WindowDates } from './windows.ts'
import { endOfDay } from './zone.ts'

export type WindowChange = Pick<WindowRequest, 'kind' | 'closesOn' | 'targetOn'>
/** By the input that has to be changed. */
export type WindowFlaw =
  | { at: 'kind'; reason: 'already-closed' | 'nothing-closed' }
  | { at: 'closesOn'; reason: 'in-the-past' | 'not-later' | 'not-earlier' | 'too-soon' | 'too-long' }
  | { at: 'targetOn'; reason: 'in-the-past' | 'target-after-final' | 'target-earlier' }

/** From the opening, or from a decision on more time; a typing error in a year would keep every plan busy for ever. */
export const longestRoundDays = 400

/** What is taken away must be announced a day ahead; then no work that has come in can become late by it. */
const warningMs = 86_400_000

/** All that is wrong with a change for those whom it concerns, the gravest first; none when it is possible. Dates exist in the calendar. */
export function windowFlaws(
  now: Date,
  change: WindowChange,
  { dates, zone }: { dates: readonly WindowDates[]; zone: string },
): WindowFlaw[] {
  const isClosed = ({ closesAt }: WindowDates) => closesAt <= now
  if (change.kind === 'close') return dates.every(isClosed) ? [{ at: 'kind', reason: 'already-closed' }] : []
  const asked = instantsOf(change, zone)
  const flaws = dates.flatMap((each) => flawsFor(now, asked, each))
  // Stryker disable next-line ConditionalExpression: a date that is not given is in no order
  if (asked.targetAt !== undefined && asked.targetAt > asked.closesAt)
    flaws.unshift({ at: 'targetOn', reason: 'target-after-final' })
  if (change.kind !== 'correct') {
    // Stryker disable next-line ConditionalExpression: a date that is not given is in no order
    if (asked.targetAt !== undefined && asked.targetAt <= now) flaws.unshift({ at: 'targetOn', reason: 'in-the-past' })
    if (asked.closesAt <= now) flaws.unshift({ at: 'closesOn', reason: 'in-the-past' })
    if (asked.closesAt.getTime() > now.getTime() + longestRoundDays * 86_400_000)
      flaws.unshift({ at: 'closesOn', reason: 'too-long' })
    const nothingClosed = change.kind === 'reopen' && !dates.some(isClosed)
    if (nothingClosed) flaws.push({ at: 'kind', reason: 'nothing-closed' })
  }
  return flaws
}

/** Whether the dates of one agency stand in the way of the change: it would be refused for all because of them. */
export function standsInTheWay(now: Date, change: WindowChange, current: WindowDates, zone: string): boolean {
  return change.kind !== 'close' && flawsFor(now, instantsOf(change, zone), current).length > 0
}

type Asked = { kind: WindowChange['kind']; closesAt: Date; targetAt: Date | undefined }

function instantsOf({ kind, closesOn, targetOn }: WindowChange, zone: string): Asked {
  if (closesOn === undefined) throw new RangeError('a change of dates needs a final date')
  return {
    kind,
    closesAt: endOfDay(closesOn, zone),
    targetAt: targetOn === undefined ? undefined : endOfDay(targetOn, zone),
  }
}

function flawsFor(now: Date, asked: Asked, current: WindowDates): WindowFlaw[] {
  return asked.kind === 'correct' ? notEarlier(now, asked, current) : notLater(asked, current)
}

/** The final date moves later, or it stays and the target does. */
function notLater({ closesAt, targetAt }: Asked, current: WindowDates): WindowFlaw[] {
  // Stryker disable next-line ConditionalExpression: a date that is not given is in no order
  if (targetAt !== undefined && targetAt < current.targetAt) return [{ at: 'targetOn', reason: 'target-earlier' }]
  const stays = closesAt.getTime() === current.closesAt.getTime()
  // Stryker disable next-line ConditionalExpression,EqualityOperator: as above; and what does not stay is not equal
  const movesLater = stays ? targetAt !== undefined && targetAt > current.targetAt : closesAt > current.closesAt
  return movesLater ? [] : [{ at: 'closesOn', reason: 'not-later' }]
}

function notEarlier(now: Date, { closesAt, targetAt }: Asked, current: WindowDates): WindowFlaw[] {
  if (current.closesAt <= now) return [{ at: 'kind', reason: 'already-closed' }]
  const target = Math.min((targetAt ?? current.targetAt).getTime(), closesAt.getTime())
  const moved = [
    { from: current.closesAt.getTime(), to: closesAt.getTime() },
    { from: current.targetAt.getTime(), to: target },
  ].filter(({ from, to }) => from !== to)
  // Stryker disable next-line EqualityOperator: what has moved is not equal
  if (moved.length === 0 || moved.some(({ from, to }) => to > from)) return [{ at: 'closesOn', reason: 'not-earlier' }]
  return moved.some(({ to }) => to - now.getTime() < warningMs) ? [{ at: 'closesOn', reason: 'too-soon' }] : []
}
