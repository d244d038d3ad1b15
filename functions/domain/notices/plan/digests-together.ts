/**
 * Digests that fall due to a coordinator at one instant are one mail, with a part each. Which rounds have one then follows from the settings that
 * were in force at that instant, so that a mail that is past never changes. Reports stand alone: they cannot be stopped, and viewers get them.
 */
import type { NoticePlan } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type DigestSlot, getsDigest } from './digest-slots.ts'
import { inRound, type NoticeIdentity, type StepKey, stepKeys } from './nid.ts'
import type { Situation } from './situation.ts'
import { nameOf, overRounds } from './together.ts'

/** `nextAt`: the round's next digest or report. */
export type DigestPart = { facts: RoundFacts; slot: DigestSlot; nextAt: Date | undefined }

/** The digests of the person, past and to come, by their instant. */
export function digestMails(situation: Situation, person: Person): DigestPart[][] {
  const parts = situation.rounds.flatMap((facts) => {
    const slots = situation.digests(facts, person).filter(({ kind }) => getsDigest(person, kind))
    return slots.flatMap((slot, i) => (slot.kind === 'digest' ? [{ facts, slot, nextAt: slots[i + 1]?.at }] : []))
  })
  return [...Map.groupBy(parts, ({ slot }) => slot.at.getTime()).values()]
}

/** Under which the mail stands in the ledger: of one round its own, of several one over rounds, named after their instant. */
export function identityOf(
  situation: Situation,
  person: Person,
  parts: readonly DigestPart[],
): NoticeIdentity | undefined {
  const first = parts[0]
  if (first === undefined) return undefined
  return parts.length === 1 ? alone(situation, person, first) : together(situation, person, first)
}

function alone(situation: Situation, person: Person, { facts, slot }: DigestPart): NoticeIdentity {
  return { ...inRound(situation, facts, person), kind: 'digest', slot: slot.key }
}

function together(situation: Situation, person: Person, { slot }: DigestPart): NoticeIdentity {
  return overRounds(situation, person, { kind: 'digest', name: slot.at.toISOString() })
}

/** The parts of a mail over several rounds, by its slot. */
export function partsTogether(situation: Situation, person: Person, notice: Pick<NoticePlan, 'slot'>): DigestPart[] {
  const at = Date.parse(nameOf(notice))
  return digestMails(situation, person).find(([first]) => first?.slot.at.getTime() === at) ?? []
}

/** The notices that may have told the person of this part. */
export function toldBy(situation: Situation, person: Person, part: DigestPart): StepKey[] {
  return [
    ...stepKeys(alone(situation, person, part), part.slot.at),
    ...stepKeys(together(situation, person, part), part.slot.at),
  ]
}
