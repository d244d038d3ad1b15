/** What the mails about one revision share: which one it is, and how they begin. */
import type { Review, Submission } from '../../../schema/round.ts'
import { submissionsOf } from '../../round/by-work.ts'
import { latestReview, latestSubmission } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { factSlot } from '../plan/nid.ts'
import { agencyName, type Composing, formTitle } from '../write/composing.ts'
import { type About, type Occasion, servesAgency } from './kind.ts'

/** The revision that a notice is about. The slot of a receipt is its number `0002`, that of a decision goes on: `0002-01`. */
export function submissionOf(facts: RoundFacts, { agencyId, formId, slot }: Occasion): Submission | undefined {
  const [revision] = slot.split('-')
  return submissionsOf(facts.submissions, agencyId ?? '', formId ?? '').find(
    (each) => revision === factSlot(each.revision),
  )
}

/** The latest decision about the latest revision. */
export function decisionOf(
  { notice: { agencyId = '', formId = '' } }: Pick<About, 'notice'>,
  facts: RoundFacts,
): { submission: Submission; review: Review } | undefined {
  const submission = latestSubmission(facts, agencyId, formId)
  const review = submission && latestReview(facts, submission)
  return submission && review && { submission, review }
}

/** A newer revision or decision overtakes the mail about an older one. */
export function decisionStands(about: About, facts: RoundFacts): boolean {
  const { kind, slot } = about.notice
  const review = decisionOf(about, facts)?.review
  if (review === undefined || factSlot(review.revision, review.number) !== slot) return false
  return servesAgency(about) && (review.decision !== 'accept') === (kind === 'returned')
}

/** What all mails about one revision begin with. */
export function headOf(composing: Composing, { round }: RoundFacts, submission: Submission) {
  return {
    round: round.title[composing.language],
    person: composing.person.name,
    agency: agencyName(composing, submission.agencyId),
    form: formTitle(composing, submission, 'shortTitle'),
    revision: submission.revision,
  }
}
