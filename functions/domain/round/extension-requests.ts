/**
 * An agency asks for more working days; the coordinator grants them, with this date or another, or refuses with a reason. One
 * open request an agency. A grant is a window fact that names the request: should a colleague refuse in the same moment, the
 * dates have moved and the grant is what counts.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import { addWorkingDays } from '../../rules/working-days.ts'
import type { ExtensionAsk, ExtensionDecision, ExtensionRequest, ExtensionView } from '../../schema/extension.ts'
import { Refused } from '../refusal.ts'
import { agencyOf, nameIn, type Regions } from '../region/regions.ts'
import { changeWindow } from './change-window.ts'
import { loadRound } from './load-round.ts'
import { stateOfRequest } from './request-state.ts'
import { lastClosesOn } from './round-stage.ts'
import type { RoundState, Rounds } from './rounds.ts'
import { datesFor } from './windows.ts'

type Ports = { rounds: Rounds; regions: Regions }
type Place = { region: string; round: string; by: string }
type Reason = Extract<Refused['refusal'], { code: 'extension-invalid' }>['reason']

/** Longer than any extension heard of; more is a new round. */
const longestDays = 20
/** People of one round who ask in the same second. */
const attempts = 5

/** Refusals: `not-found`, `extension-invalid`. Also possible after the final date: then it asks to be opened again. */
export async function askExtension(now: Date, ports: Ports, ask: Place & ExtensionAsk): Promise<ExtensionView> {
  const { region, round, by, agencyId, days, reason } = ask
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const state = await loadRound(ports, region, round)
    const { facts } = state
    if (!facts.round.assignments.some((each) => each.agencyId === agencyId)) {
      throw new Refused({ code: 'not-found', what: 'agency' })
    }
    if (days > longestDays) throw invalid('too-long')
    const own = facts.extensions.filter((each) => each.agencyId === agencyId)
    if (own.some(({ number }) => stateOfRequest(facts, number).state === 'open')) throw invalid('already-asked')
    const number = (facts.extensions.at(-1)?.number ?? 0) + 1
    const closesOn = askedDate(now, state, agencyId, days)
    const request = { at: now.toISOString(), by, number, agencyId, days, closesOn, reason }
    const { inserted } = await ports.rounds.insertExtension(region, round, request)
    if (inserted) return viewOf({ ...state, facts: { ...facts, extensions: [...facts.extensions, request] } }, request)
  }
  throw new Error('the requests keep changing')
}

/** Counted from the last day on which the agency may write, corrections included, or from today once it has passed. */
function askedDate(now: Date, { facts, region }: RoundState, agencyId: string, days: number): string {
  const { zone } = region.settings
  const today = localDateOf(now, zone)
  const closesOn = lastClosesOn(facts, zone, (id) => id === agencyId)
  const week = agencyOf(region, agencyId)?.workingWeek ?? 5
  const isOver = closesOn < today
  return addWorkingDays(isOver ? today : closesOn, days, region.calendar, week)
}

/** Refusals: `not-found`, `extension-invalid`, and for a grant those of changing a window. */
export async function decideExtension(
  now: Date,
  ports: Ports,
  { number, decision, ...place }: Place & { number: number; decision: ExtensionDecision },
): Promise<ExtensionView> {
  const { region, round, by } = place
  const state = await loadRound(ports, region, round)
  const request = state.facts.extensions.find((each) => each.number === number)
  if (request === undefined) throw new Refused({ code: 'not-found', what: 'extension-request' })
  if (stateOfRequest(state.facts, number).state !== 'open') throw invalid('already-decided')
  if (decision.decision === 'grant') {
    const { zone } = state.region.settings
    const closed = datesFor(state.facts, zone, request.agencyId).closesAt <= now
    await changeWindow(now, ports, {
      ...place,
      kind: closed ? 'reopen' : 'extend',
      closesOn: decision.closesOn ?? request.closesOn,
      agencyIds: [request.agencyId],
      reason: request.reason,
      basis: decision.basis,
      ...(decision.note === undefined ? {} : { note: decision.note }),
      request: number,
    })
  } else {
    const refusal = { at: now.toISOString(), by, number, reason: decision.reason }
    const { inserted } = await ports.rounds.insertExtensionRefusal(region, round, refusal)
    if (!inserted) throw invalid('already-decided')
  }
  return viewOf(await loadRound(ports, region, round), request)
}

/** Newest first; `mayKnow` narrows to the reader's agencies. */
export function extensionViews(state: RoundState, mayKnow: (agencyId: string) => boolean): ExtensionView[] {
  return state.facts.extensions
    .filter(({ agencyId }) => mayKnow(agencyId))
    .map((request) => viewOf(state, request))
    .toReversed()
}

function viewOf({ facts, region }: RoundState, request: ExtensionRequest): ExtensionView {
  const found = stateOfRequest(facts, request.number)
  const decided = found.state === 'open' ? undefined : found.state === 'granted' ? found.window : found.refusal
  return {
    ...request,
    byName: nameIn(region, request.by),
    state: found.state,
    decidedAt: decided?.at ?? null,
    decidedByName: decided === undefined ? null : nameIn(region, decided.by),
    grantedUntil: found.state === 'granted' ? (found.window.closesOn ?? null) : null,
    refusal: found.state === 'refused' ? found.refusal.reason : null,
    note: found.state === 'granted' ? (found.window.note ?? null) : null,
  }
}

function invalid(reason: Reason): Refused {
  return new Refused({ code: 'extension-invalid', reason })
}
