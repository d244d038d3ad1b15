/** What to correct and by when: to the operators and to the head, who answers for it. */

import { formatDeadline } from '../../../rules/moments.ts'
import { endOfDay } from '../../../rules/zone.ts'
import type { Review } from '../../../schema/round.ts'
import { answerContext } from '../../round/answer-context.ts'
import { closingOf, correctionsDueOn } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { agencyPeople } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { commentPlace } from '../write/comment-places.ts'
import { type Composing, definitionOf } from '../write/composing.ts'
import type { ContentOf } from '../write/content.ts'
import { finalDateNote } from '../write/date-notes.ts'
import { formUrl } from '../write/page-links.ts'
import { officeOf } from '../write/work-lines.ts'
import { ofRound, overtakenOrLeft } from './kind.ts'
import { decisionOf, decisionStands, headOf } from './submitted.ts'

export const returned = ofRound<'returned'>({
  needs: ['lists', 'answers'],
  candidates: (situation, facts) =>
    // What a move of the form asks again is told by the mail about the move.
    facts.reviews
      .filter(({ decision, ofMove }) => decision !== 'accept' && ofMove === undefined)
      .flatMap((review) => newsOf(situation, facts, review)),
  holds: decisionStands,
  whyNot: overtakenOrLeft,
  content,
})

function newsOf(situation: Situation, facts: RoundFacts, review: Review) {
  const { agencyId, formId, revision, number, at, dueOn } = review
  const dueAt = dueOn === undefined ? undefined : endOfDay(dueOn, situation.region.settings.zone)
  const expiresAt = dueAt !== undefined && dueAt > new Date(at) ? dueAt : daysAfter(at, 7)
  const slot = factSlot(revision, number)
  return agencyPeople(situation.region, agencyId).map((person) =>
    candidate(
      { ...inRound(situation, facts, person), kind: 'returned', agencyId, formId, slot },
      { dueAt: new Date(at), expiresAt },
      `review ${review.decision} of ${agencyId} ${formId} revision ${revision}`,
    ),
  )
}

function content(composing: Composing, facts: RoundFacts): ContentOf<'returned'> | undefined {
  const { now, state, language, place } = composing
  const found = decisionOf(composing, facts)
  if (found === undefined) return undefined
  const { submission, review } = found
  const { agencyId, formId, revision } = submission
  // The day that the coordinator named, also where the window stays open longer.
  const dueOn = correctionsDueOn(facts, agencyId, formId) ?? closingOf(facts, place.zone, agencyId, formId).closesOn
  const note = finalDateNote(dueOn, officeOf(composing, facts, agencyId), language)
  const url = formUrl(composing, { round: facts.round.id, agencyId, formId })
  const form = {
    definition: definitionOf(composing, submission),
    answers: state.answers,
    context: answerContext(now, { facts, region: state.region }, state.references ?? {}, agencyId),
  }
  return {
    kind: 'returned',
    ...headOf(composing, facts, submission),
    revision,
    due: formatDeadline(endOfDay(dueOn, place.zone), place, language),
    ...(note === undefined ? {} : { holidayNote: note }),
    ...(review.decision === 'reopen' ? { reopened: true } : {}),
    comments: review.comments.map(({ pointer, text }) => ({
      where: commentPlace(pointer, form, language),
      text,
      ...(pointer === '' ? {} : { url: `${url}#${pointer}` }),
    })),
    url,
  }
}
