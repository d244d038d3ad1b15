/** The coordinator's decision on a revision, and what changed since another one. */
import type { ReviewRequest } from '../../functions/schema/requests.ts'
import type { Review } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { request } from './request.ts'
import { type Work, workPath } from './work.ts'

/** Refused with `review-invalid` when a newer revision has come or somebody has decided before. */
export async function decideReview(work: Work, decision: ReviewRequest): Promise<Review> {
  return (await request<Review>('POST', `${workPath(work)}/review`, { body: decision })).body
}

export type Change = {
  readonly pointer: string
  readonly label: Wording
  readonly kind: 'added' | 'removed' | 'changed'
  /** As people read it; null where there was nothing. */
  readonly before: Wording | null
  readonly after: Wording | null
}
export type Difference = { readonly from: number; readonly to: number; readonly changes: readonly Change[] }

export async function fetchDifference(work: Work, to: number, from: number): Promise<Difference> {
  return (await request<Difference>('GET', `${workPath(work)}/submissions/${to}/diff?from=${from}`)).body
}
