/**
 * How a request for more time stands, folded from the facts and never stored. What an agency asked for is granted by the window
 * that names the request, and as well by any later decision that gives the agency the day it asked for, such as an extension for
 * all: nobody need decide what has been decided.
 */
import type { ExtensionRefusal } from '../../schema/extension.ts'
import type { Window } from '../../schema/round.ts'
import type { RoundFacts } from './rounds.ts'
import { windowsOf } from './windows.ts'

export type ExtensionState =
  | { state: 'open' }
  | { state: 'granted'; window: Window }
  | { state: 'refused'; refusal: ExtensionRefusal }

/** A refusal stands until a grant, which moves the dates, overtakes it. */
export function stateOfRequest(facts: RoundFacts, number: number): ExtensionState {
  const named = facts.windows.find(({ request }) => request === number)
  if (named !== undefined) return { state: 'granted', window: named }
  const refusal = facts.extensionRefusals.find((each) => each.number === number)
  const window = coveringWindow(facts, number, refusal)
  if (window !== undefined) return { state: 'granted', window }
  return refusal === undefined ? { state: 'open' } : { state: 'refused', refusal }
}

/** The first decision after the request, and before its refusal, that opens the window until the day asked for or longer. */
function coveringWindow(facts: RoundFacts, number: number, refusal: ExtensionRefusal | undefined): Window | undefined {
  const request = facts.extensions.find((each) => each.number === number)
  if (request === undefined) return undefined
  const until = refusal === undefined ? Number.POSITIVE_INFINITY : Date.parse(refusal.at)
  return windowsOf(facts, request.agencyId).find(
    ({ kind, at, closesOn }) =>
      (kind === 'extend' || kind === 'reopen') &&
      // Stryker disable next-line ConditionalExpression: no date is later than none
      closesOn !== undefined &&
      closesOn >= request.closesOn &&
      Date.parse(at) >= Date.parse(request.at) &&
      Date.parse(at) < until,
  )
}
