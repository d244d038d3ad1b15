/**
 * Candidates of the coordinators' digests and reports, one a round and slot. A digest is over when the next one comes; the closing
 * report, which no other follows, after seven days.
 */
import type { Person } from '../../../schema/region.ts'
import { type DigestSlot, isReportKind } from '../plan/digest-slots.ts'
import { type Candidate, candidate } from '../plan/nid.ts'
import { coordinators } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { inRound, slotOf } from './series-candidates.ts'

const weekMs = 7 * 86_400_000

/** Digests go to coordinators who want them, reports to all of them and to those who only read. */
export function getsDigest({ role, digest }: Person, kind: DigestSlot['kind']): boolean {
  if (isReportKind(kind)) return role === 'coordinator' || role === 'viewer'
  return role === 'coordinator' && digest?.off !== true
}

export function digestCandidates(situation: Situation): Candidate[] {
  return situation.rounds.flatMap((facts) => {
    return coordinators(situation.region, true).flatMap((person) => {
      const slots = situation.digests(facts, person).filter(({ kind }) => getsDigest(person, kind))
      return slots.map(({ at, kind }, i) =>
        candidate(
          { ...inRound(situation, facts, person), kind, slot: slotOf(at) },
          { dueAt: at, expiresAt: slots[i + 1]?.at ?? new Date(at.getTime() + weekMs) },
          `${kind} of round ${facts.round.id}`,
        ),
      )
    })
  })
}
