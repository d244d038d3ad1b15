/**
 * The coordinator's decision on the latest revision. It is a numbered fact that is inserted if absent, so of two coordinators
 * who decide at once one wins and the other is told. Returned and re-opened work needs comments and a last day of its own.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { ReviewRequest } from '../../schema/requests.ts'
import type { Review } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { stampAfter } from '../stamp.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import { latestReview, latestSubmission } from './may-write.ts'
import type { Rounds } from './rounds.ts'

export type ReviewInput = ReviewRequest & { work: WorkKey; by: string }
type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }

/** Refusals: `not-found` (also where nothing was submitted), `review-invalid`. The same decision again is the same fact. */
export async function decideReview(now: Date, ports: Ports, input: ReviewInput): Promise<Review> {
  const { state } = await loadWork(ports, input.work)
  const { region, round, agencyId, formId } = input.work
  const submission = latestSubmission(state.facts, agencyId, formId)
  if (submission === undefined || input.revision > submission.revision) {
    throw new Refused({ code: 'not-found', what: 'submission' })
  }
  if (input.revision < submission.revision) throw invalid('old-revision')
  const before = latestReview(state.facts, submission)
  checkOrder(input.decision, before)
  checkReturn(input, localDateOf(now, state.region.settings.zone))
  const review: Review = {
    at: stampAfter(now, before ?? submission),
    by: input.by,
    agencyId,
    formId,
    revision: input.revision,
    number: (before?.number ?? 0) + 1,
    decision: input.decision,
    comments: input.comments,
    ...(input.decision === 'accept' ? {} : { dueOn: input.dueOn }),
  }
  const result = await ports.rounds.insertReview(region, round, review)
  if (!result.inserted) throw invalid('already-decided')
  return review
}

/** One decision a revision, save that an acceptance can be taken back, and what was re-opened decided anew. */
function checkOrder(decision: ReviewRequest['decision'], before: Review | undefined): void {
  if (decision === 'reopen') {
    if (before?.decision !== 'accept') throw invalid('not-accepted')
  } else if (before !== undefined && before.decision !== 'reopen') throw invalid('already-decided')
}

function checkReturn({ decision, comments, dueOn }: ReviewInput, today: string): void {
  if (decision === 'accept') return
  if (comments.length === 0) throw invalid('comment-required')
  if (dueOn === undefined) throw invalid('due-date-required')
  if (dueOn < today) throw invalid('due-date-past')
}

function invalid(reason: Extract<Refused['refusal'], { code: 'review-invalid' }>['reason']): Refused {
  return new Refused({ code: 'review-invalid', reason })
}
