/** Calls of coordinators to agencies, as the facts tell them. */
import type { Call } from '../../schema/call.ts'
import type { RoundFacts } from './rounds.ts'

/** Those that nobody took back, ascending by agency and number. */
export function standingCalls({ calls = [] }: Pick<RoundFacts, 'calls'>): readonly Call[] {
  const takenBack = new Set(calls.flatMap(({ agencyId, takesBack }) => (takesBack ? `${agencyId} ${takesBack}` : [])))
  return calls.filter(({ agencyId, number, takesBack }) => !takesBack && !takenBack.has(`${agencyId} ${number}`))
}

/** Whether the agency has sent anything after an instant. */
export function hasSentSince({ submissions }: Pick<RoundFacts, 'submissions'>, agencyId: string, at: string): boolean {
  return submissions.some((each) => each.agencyId === agencyId && each.at > at)
}
