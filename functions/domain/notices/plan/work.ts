/** What an agency owes in a round at the moment of a situation. */

import { isComplete } from '../../../rules/completeness.ts'
import type { Assignment } from '../../../schema/round.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import type { Situation } from './situation.ts'

/** The agency's assignments in the round. */
export function cellsOf(situation: Situation, facts: RoundFacts, agencyId: string): readonly Assignment[] {
  return situation.assignments(facts, agencyId)
}

/** Complete, or accepted as it is: nothing more is expected of the agency. */
export function isDone(cells: readonly Assignment[]): boolean {
  return cells.every((cell) => isComplete(cell) || cell.status === 'accepted')
}
