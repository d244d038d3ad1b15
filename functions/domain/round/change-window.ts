/**
 * Extends, re-opens or closes the entry window, for all agencies or for those named. The decision is judged for every agency
 * that it concerns: dates may only move later (earlier as a correction, announced a day ahead); a re-opening needs something closed,
 * a closing something open.
 * Of two decisions at once both stand in the history, the second judged by the dates after the first.
 */

import type { LocalDate } from '../../schema/ids.ts'
import type { WindowRequest } from '../../schema/requests.ts'
import type { Window } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { endOfDay } from '../time/zone.ts'
import { loadRound } from './load-round.ts'
import { stateOfRequest } from './request-state.ts'
import type { RoundState, Rounds } from './rounds.ts'
import { agenciesIn, datesFor, type RoundDates } from './windows.ts'

/** `request`: the number of the request for more time that it grants. */
export type WindowInput = WindowRequest & { region: string; round: string; by: string; request?: number }
type Ports = { rounds: Rounds; regions: Regions }
type Reason = Extract<Refused['refusal'], { code: 'window-invalid' }>['reason']

/** Coordinators who decide in the same second; more is trouble of another kind. */
const attempts = 5

/** Refusals: `not-found`, `window-invalid`; `extension-invalid` where a colleague granted the same request first. */
export async function changeWindow(now: Date, ports: Ports, input: WindowInput): Promise<Window> {
  const { region, round, by, request: granted, ...request } = input
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const state = await loadRound(ports, region, round)
    if (granted !== undefined && stateOfRequest(state.facts, granted).state === 'granted') {
      throw new Refused({ code: 'extension-invalid', reason: 'already-decided' })
    }
    const reason = whyNot(now, state, request)
    if (reason !== undefined) throw new Refused({ code: 'window-invalid', reason })
    const number = (state.facts.windows.at(-1)?.number ?? 0) + 1
    const window = {
      ...windowFrom(now, request, { number, by }),
      ...(granted === undefined ? {} : { request: granted }),
    }
    const result = await ports.rounds.insertWindow(region, round, window)
    if (result.inserted) return window
  }
  throw new Error('the window facts keep changing')
}

/** The fact of a decision. */
export function windowFrom(now: Date, request: WindowRequest, { number, by }: { number: number; by: string }): Window {
  const { kind, closesOn, targetOn, agencyIds, reason, basis } = request
  const dates = kind === 'close' ? {} : { closesOn, ...(targetOn === undefined ? {} : { targetOn }) }
  return {
    at: now.toISOString(),
    by,
    number,
    kind,
    ...dates,
    ...(agencyIds === undefined ? {} : { agencyIds: [...new Set(agencyIds)] }),
    reason,
    ...(basis === undefined || basis === '' ? {} : { basis }),
  }
}

/** Why this change is not possible now; `undefined` when it is. */
export function whyNot(now: Date, { facts, region }: RoundState, request: WindowRequest): Reason | undefined {
  const { zone } = region.settings
  const taking = agenciesIn(facts)
  const concerned = request.agencyIds ?? taking
  if (concerned.some((id) => !taking.includes(id))) return 'unknown-agency'
  const dates = concerned.map((agencyId) => datesFor(facts, zone, agencyId))
  if (request.kind === 'close') return dates.every(({ closesAt }) => closesAt <= now) ? 'already-closed' : undefined
  const { closesOn, targetOn } = request
  if (closesOn === undefined) return 'not-later'
  if (request.kind === 'correct')
    return dates.map((each) => notCorrected(now, { closesOn, targetOn, zone }, each)).find(Boolean)
  const closesAt = endOfDay(closesOn, zone)
  if (closesAt <= now) return 'in-the-past'
  if (targetOn !== undefined && targetOn > closesOn) return 'target-after-final'
  if (targetOn !== undefined && endOfDay(targetOn, zone) <= now) return 'in-the-past'
  const targetAt = targetOn === undefined ? undefined : endOfDay(targetOn, zone)
  if (dates.some((each) => targetAt !== undefined && targetAt < each.targetAt)) return 'target-earlier'
  if (dates.some((each) => !movesLater(each, closesAt, targetAt))) return 'not-later'
  const isOpen = (each: RoundDates) => each.closesAt > now
  return request.kind === 'reopen' && dates.every(isOpen) ? 'nothing-closed' : undefined
}

/** The final date moves, or it stays and the target moves. */
function movesLater(current: RoundDates, closesAt: Date, targetAt: Date | undefined): boolean {
  if (closesAt.getTime() !== current.closesAt.getTime()) return closesAt > current.closesAt
  return targetAt !== undefined && targetAt > current.targetAt
}

/** What is taken away must be announced a day ahead; then no work that has come in can become late by it. */
const warningMs = 86_400_000

function notCorrected(
  now: Date,
  { closesOn, targetOn, zone }: { closesOn: LocalDate; targetOn: LocalDate | undefined; zone: string },
  current: RoundDates,
): Reason | undefined {
  if (current.closesAt <= now) return 'already-closed'
  if (targetOn !== undefined && targetOn > closesOn) return 'target-after-final'
  const closesAt = endOfDay(closesOn, zone).getTime()
  const targetAt = targetOn === undefined ? current.targetAt.getTime() : endOfDay(targetOn, zone).getTime()
  const moved = [
    { from: current.closesAt.getTime(), to: closesAt },
    { from: current.targetAt.getTime(), to: Math.min(targetAt, closesAt) },
  ].filter(({ from, to }) => from !== to)
  if (moved.length === 0 || moved.some(({ from, to }) => to > from)) return 'not-earlier'
  return moved.some(({ to }) => to - now.getTime() < warningMs) ? 'too-soon' : undefined
}
