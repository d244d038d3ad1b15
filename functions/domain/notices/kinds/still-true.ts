/**
 * The predicate that the planner asks before it plans a notice and the dispatcher right before it sends it: is there still
 * a reason for this mail, to this person? Between the two an agency may have submitted, been extended, or lost its
 * operator. Time (`expiresAt`) and the person's address are judged by compose.ts.
 */
import type { NoticePlan } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import { latestReview, latestSubmission } from '../../round/may-write.ts'
import type { RegionState, RoundFacts } from '../../round/rounds.ts'
import { factSlot } from '../plan/nid.ts'
import { keepsToOneADay, reminderSlotOf } from '../plan/nudges.ts'
import { personOf } from '../plan/recipients.ts'
import { closedTriggers, openTriggers, roundSlots, type SeriesSlot } from '../plan/reminder-series.ts'
import { type Situation, situationOf } from '../plan/situation.ts'
import { getsDigest } from './digest-candidates.ts'
import { extensionHolds } from './extension-news.ts'
import { allAcceptedAt, toldOfWindow } from './fact-candidates.ts'
import { correctionBy } from './report-corrections.ts'
import { originalOf } from './resends.ts'
import { slotOf } from './series-candidates.ts'

/** What identifies a notice's occasion. */
export type Occasion = Pick<NoticePlan, 'kind' | 'scope' | 'recipientId' | 'slot' | 'agencyId' | 'formId'>

/** Is the notice's reason still there at `now`? Sign-in mails always have it: their challenge decides elsewhere. */
export function stillTrue(now: Date, occasion: Occasion, state: RegionState): boolean {
  return holdsIn(situationOf(now, state), occasion)
}

/** The same over a situation that is already there. */
export function holdsIn(situation: Situation, given: Occasion): boolean {
  const occasion = originalOf(given)
  if (occasion.kind === 'sign-in-code' || occasion.kind === 'sign-in-new-browser') return true
  const person = personOf(situation.region, occasion.recipientId)
  if (person === undefined || person.disabled) return false
  if (occasion.kind === 'reminder') {
    const slot = reminderSlotOf(situation, person, occasion.slot)
    return (
      slot !== undefined && openTriggers(situation, slot).length > 0 && keepsToOneADay(situation, person, occasion.slot)
    )
  }
  const facts = situation.rounds.find(({ round }) => round.id === occasion.scope)
  return facts !== undefined && holdsInRound(situation, occasion, facts, person)
}

function holdsInRound(situation: Situation, occasion: Occasion, facts: RoundFacts, person: Person): boolean {
  switch (occasion.kind) {
    case 'opening': {
      const slot = slotAt(roundSlots(situation, person, facts, 'opening'), occasion)
      return slot !== undefined && openTriggers(situation, slot).length > 0
    }
    case 'closed': {
      const slot = slotAt(roundSlots(situation, person, facts, 'closed'), occasion)
      return slot !== undefined && closedTriggers(situation, slot).length > 0
    }
    case 'window':
      return toldOfWindow(situation, facts, person, Number(occasion.slot)).length > 0
    case 'extension-asked':
    case 'extension-refused':
      return extensionHolds(facts, occasion, person)
    case 'receipt':
      return (
        submissionOf(facts, occasion) !== undefined &&
        (person.agencyIds.includes(occasion.agencyId ?? '') || isSender(facts, occasion))
      )
    case 'returned':
    case 'accepted':
      return person.agencyIds.includes(occasion.agencyId ?? '') && decisionStands(facts, occasion)
    case 'thanks':
      return (
        person.agencyIds.includes(occasion.agencyId ?? '') &&
        allAcceptedAt(situation, facts, occasion.agencyId ?? '') !== undefined
      )
    case 'report-correction':
      return correctionBy(situation, facts, person, Number(occasion.slot)) !== undefined
    case 'digest':
    case 'provisional-report':
    case 'closing-report':
      return getsDigest(person, occasion.kind) && isDigestSlot(situation, facts, person, occasion)
    default:
      return false
  }
}

/** The recipient's slot that the occasion names, if the dates in force still have it. */
export function slotAt(slots: readonly SeriesSlot[], { slot }: Pick<Occasion, 'slot'>): SeriesSlot | undefined {
  return slots.find(({ at }) => slotOf(at) === slot)
}

/** The revision that a receipt is about. */
export function submissionOf(facts: RoundFacts, { agencyId, formId, slot }: Occasion) {
  return facts.submissions.find(
    (each) => each.agencyId === agencyId && each.formId === formId && factSlot(each.revision) === slot,
  )
}

function isSender(facts: RoundFacts, occasion: Occasion): boolean {
  return submissionOf(facts, occasion)?.by === occasion.recipientId
}

/** The revision that a mail about a decision is about. Its slot names the decision: `0002-01`. */
export function submissionDecided(facts: RoundFacts, { agencyId, formId, slot }: Occasion) {
  return facts.submissions.find(
    (each) => each.agencyId === agencyId && each.formId === formId && slot.startsWith(`${factSlot(each.revision)}-`),
  )
}

/** A newer revision, or a newer decision, takes the ground from under the mail about an older one. */
function decisionStands(facts: RoundFacts, { agencyId = '', formId = '', kind, slot }: Occasion): boolean {
  const submission = latestSubmission(facts, agencyId, formId)
  const review = submission && latestReview(facts, submission)
  if (review === undefined || factSlot(review.revision, review.number) !== slot) return false
  return (review.decision !== 'accept') === (kind === 'returned')
}

function isDigestSlot(situation: Situation, facts: RoundFacts, person: Person, { kind, slot }: Occasion): boolean {
  return situation.digests(facts, person).some((each) => each.kind === kind && slotOf(each.at) === slot)
}
