/**
 * What is sent again is a new notice: same occasion, same recipient, a slot of its own, so that no notice is ever sent twice.
 * Whether it may still be sent is asked of the occasion that it repeats.
 */
import type { Resend } from '../../../schema/hand-mail.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type Candidate, candidate, factSlot } from './nid.ts'
import type { Situation } from './situation.ts'

/** Stands between the slot of the occasion and the number of the repetition; no slot of ours has it otherwise. */
const mark = '~'

/** The slot of the occasion that a slot repeats, or the slot itself. */
export function originalSlot(slot: string): string {
  return slot.split(mark)[0] ?? slot
}

/** The same notice as if it were the first. */
export function originalOf<T extends { slot: string }>(occasion: T): T {
  return { ...occasion, slot: originalSlot(occasion.slot) }
}

export function resendCandidates(situation: Situation): Candidate[] {
  return situation.rounds.flatMap((facts) => facts.resends.map((resend) => resendCandidate(situation, facts, resend)))
}

export function resendCandidate(
  { region }: Pick<Situation, 'region'>,
  { round }: RoundFacts,
  resend: Resend,
): Candidate {
  const { kind, scope, agencyId, formId, rounds, recipientId, slot, number, at, expiresAt, why, nid } = resend
  const about = { ...(agencyId && { agencyId }), ...(formId && { formId }), ...(rounds && { rounds }) }
  const identity = { kind, region: region.settings.region, scope, recipientId, ...about }
  return candidate(
    { ...identity, slot: `${originalSlot(slot)}${mark}${round.id}.${factSlot(number)}` },
    { dueAt: new Date(at), expiresAt: new Date(expiresAt) },
    `${why}, again after ${nid}`,
  )
}
