/** The coordinator accepted a revision: to the operators. */
import { formatDayAndTime } from '../../../rules/moments.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { agencyPeople } from '../plan/recipients.ts'
import { submissionUrl } from '../write/page-links.ts'
import { ofRound, overtakenOrLeft } from './kind.ts'
import { decisionOf, decisionStands, headOf } from './submitted.ts'

export const accepted = ofRound<'accepted'>({
  needs: [],
  candidates: (situation, facts) =>
    facts.reviews
      .filter(({ decision }) => decision === 'accept')
      .flatMap(({ agencyId, formId, revision, number, at }) => {
        const operators = agencyPeople(situation.region, agencyId).filter(({ role }) => role === 'operator')
        const about = { kind: 'accepted', agencyId, formId, slot: factSlot(revision, number) } as const
        return operators.map((person) =>
          candidate(
            { ...inRound(situation, facts, person), ...about },
            { dueAt: new Date(at), expiresAt: daysAfter(at, 3) },
            `review accept of ${agencyId} ${formId} revision ${revision}`,
          ),
        )
      }),
  holds: decisionStands,
  whyNot: overtakenOrLeft,
  content: (composing, facts) => {
    const { language, place } = composing
    const found = decisionOf(composing, facts)
    if (found === undefined) return undefined
    const { submission, review } = found
    const { agencyId, formId, revision } = submission
    return {
      kind: 'accepted',
      ...headOf(composing, facts, submission),
      at: formatDayAndTime(new Date(review.at), place, language),
      url: submissionUrl(composing, { round: facts.round.id, agencyId, formId }, revision),
    }
  },
})
