/**
 * Extends, re-opens or closes the entry window, for all agencies or for those named, where the rules of `rules/window-change.ts`
 * allow it. Of two decisions at once both stand in the history, the second judged by the dates after the first.
 */
import { windowFlaws } from '../../rules/window-change.ts'
import type { WindowRequest } from '../../schema/requests.ts'
import type { Window } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { stampAfter } from '../stamp.ts'
import { loadRound } from './load-round.ts'
import { stateOfRequest } from './request-state.ts'
import type { RoundFacts, RoundState, Rounds } from './rounds.ts'
import { agenciesIn, datesFor, isClosedAlone, isDraft } from './windows.ts'

/** `request`: the number of the request for more time that it grants; `note`: what the decider says about it. */
export type WindowInput = WindowRequest & { region: string; round: string; by: string; request?: number; note?: string }
type Ports = { rounds: Rounds; regions: Regions }
type Reason = Extract<Refused['refusal'], { code: 'window-invalid' }>['reason']

/** Coordinators who decide in the same second; more is trouble of another kind. */
const attempts = 5

/** Refusals: `not-found`, `window-invalid`; `extension-invalid` where a colleague granted the same request first. */
export async function changeWindow(now: Date, ports: Ports, input: WindowInput): Promise<Window> {
  const { region, round, by, request: granted, note, ...asked } = input
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const state = await loadRound(ports, region, round)
    if (granted !== undefined && stateOfRequest(state.facts, granted).state === 'granted') {
      throw new Refused({ code: 'extension-invalid', reason: 'already-decided' })
    }
    const request = concerning(state.facts, asked)
    const reason = whyNot(now, state, request)
    if (reason !== undefined) throw new Refused({ code: 'window-invalid', reason })
    const number = (state.facts.windows.at(-1)?.number ?? 0) + 1
    const window = {
      ...windowFrom(now, request, { number, by }),
      at: stampAfter(now, state.facts.windows.at(-1)),
      ...(granted === undefined ? {} : { request: granted }),
      ...(note === undefined || note === '' ? {} : { note }),
    }
    const result = await ports.rounds.insertWindow(region, round, window)
    if (result.inserted) return window
  }
  throw new Error('the window facts keep changing')
}

/** An extension for all that leaves those closed alone as they are is one for the others. */
function concerning(facts: RoundFacts, { closedAlone, ...request }: WindowRequest): WindowRequest {
  const isOfAll = request.kind === 'extend' && request.agencyIds === undefined
  const others = agenciesIn(facts).filter((id) => !isClosedAlone(facts, id))
  if (!isOfAll || others.length === agenciesIn(facts).length || others.length === 0) return request
  if (closedAlone === undefined) throw new Refused({ code: 'window-invalid', reason: 'closed-alone' })
  return closedAlone === 'leave' ? { ...request, agencyIds: others } : request
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
  if (isDraft(facts)) return 'not-opened'
  const { zone } = region.settings
  const taking = agenciesIn(facts)
  const concerned = request.agencyIds ?? taking
  if (concerned.some((id) => !taking.includes(id))) return 'unknown-agency'
  const dates = concerned.map((agencyId) => datesFor(facts, zone, agencyId))
  return windowFlaws(now, request, { dates, zone })[0]?.reason
}
