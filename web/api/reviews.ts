/** The coordinator's decision on a revision. */
import type { ReviewRequest } from '../../functions/schema/requests.ts'
import type { Review } from '../../functions/schema/round.ts'
import { request } from './request.ts'
import { type Work, workPath } from './work.ts'

/** Refused with `review-invalid` when a newer revision has come or somebody has decided before. */
export async function decideReview(work: Work, decision: ReviewRequest): Promise<Review> {
  return (await request<Review>('POST', `${workPath(work)}/review`, { body: decision })).body
}
