/**
 * Mails about a request for more time: to every coordinator when it is asked, to the one who asked when it is refused. A grant is
 * news of a window and goes to all of the agency as such.
 */
import type { NoticePlan } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import { stateOfRequest } from '../../round/request-state.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type Candidate, candidate, factSlot } from '../plan/nid.ts'
import { coordinators, personOf } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { inRound } from './series-candidates.ts'

/** A request that nobody decided for a week has been talked about by telephone. */
const usefulDays = 7
const dayMs = 86_400_000

export function extensionCandidates(situation: Situation, facts: RoundFacts): Candidate[] {
  const span = (at: string) => ({ dueAt: new Date(at), expiresAt: new Date(Date.parse(at) + usefulDays * dayMs) })
  const asked = facts.extensions.flatMap(({ number, agencyId, at }) =>
    coordinators(situation.region).map((person) =>
      candidate(
        { ...inRound(situation, facts, person), kind: 'extension-asked', agencyId, slot: factSlot(number) },
        span(at),
        `request ${factSlot(number)} of ${agencyId} for more time`,
      ),
    ),
  )
  const refused = facts.extensionRefusals.flatMap(({ number, at }) => {
    const request = facts.extensions.find((each) => each.number === number)
    const person = request && personOf(situation.region, request.by)
    if (request === undefined || person === undefined || person.disabled) return []
    const { agencyId } = request
    return [
      candidate(
        { ...inRound(situation, facts, person), kind: 'extension-refused', agencyId, slot: factSlot(number) },
        span(at),
        `request ${factSlot(number)} of ${agencyId} refused`,
      ),
    ]
  })
  return [...asked, ...refused]
}

/** Asked: as long as it waits for a decision. Refused: as long as that is what counts. */
export function extensionHolds(
  facts: RoundFacts,
  { kind, slot }: Pick<NoticePlan, 'kind' | 'slot'>,
  person: Person,
): boolean {
  const request = facts.extensions.find(({ number }) => factSlot(number) === slot)
  if (request === undefined) return false
  const { state } = stateOfRequest(facts, request.number)
  return kind === 'extension-asked'
    ? state === 'open' && person.role === 'coordinator'
    : state === 'refused' && person.agencyIds.includes(request.agencyId)
}
