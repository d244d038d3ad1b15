/**
 * Candidates of the coordinators' digests and closing reports, one a round and slot. A digest is over when the next one
 * comes; the closing report, which no other follows, after seven days.
 */
import { type Candidate, candidate } from './nid.ts'
import { coordinators } from './recipients.ts'
import { inRound, slotOf } from './series-candidates.ts'
import type { Situation } from './situation.ts'

const weekMs = 7 * 86_400_000

/** Digests go to coordinators, the closing report also to those who only read. */
export function digestCandidates(situation: Situation): Candidate[] {
  return situation.rounds.flatMap((facts) => {
    const slots = situation.digests(facts)
    return slots.flatMap(({ at, kind }, i) =>
      coordinators(situation.region, kind === 'closing-report').map((person) =>
        candidate(
          { ...inRound(situation, facts, person), kind, slot: slotOf(at) },
          { dueAt: at, expiresAt: slots[i + 1]?.at ?? new Date(at.getTime() + weekMs) },
          `${kind} of round ${facts.round.id}`,
        ),
      ),
    )
  })
}
