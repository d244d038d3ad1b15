/** One agency's submissions of one form: sending one, one alone, what changed between two, answers to comments. */
import type { Difference } from '../../functions/http/shapes.ts'
import type {
  ReplyRequest,
  StartingPoint,
  SubmissionDetail,
  SubmissionRequest,
} from '../../functions/schema/requests.ts'
import type { Receipt, Reply } from '../../functions/schema/round.ts'
import { request } from './request.ts'
import { type Work, workPath } from './work.ts'

export type { Difference } from '../../functions/http/shapes.ts'

/** Sends a revision. The same `key` and content again gives the same receipt. */
export async function submitWork(
  work: Work,
  content: SubmissionRequest,
  base: { readonly revision: number; readonly key: string },
): Promise<Receipt> {
  const { body } = await request<Receipt>('POST', `${workPath(work)}/submissions`, {
    body: content,
    headers: { 'If-Match': `"${base.revision}"`, 'Idempotency-Key': base.key },
  })
  return body
}

export async function fetchSubmission(work: Work, revision: number): Promise<SubmissionDetail> {
  return (await request<SubmissionDetail>('GET', `${workPath(work)}/submissions/${revision}`)).body
}

/** What changed from one revision to another. */
export async function fetchDifference(work: Work, from: number, to: number): Promise<Difference> {
  return (await request<Difference>('GET', `${workPath(work)}/submissions/${to}/diff?from=${from}`)).body
}

/** Answers that need not be typed again. */
export async function fetchStartingPoints(work: Work): Promise<readonly StartingPoint[]> {
  return (await request<{ points: StartingPoint[] }>('GET', `${workPath(work)}/starting-points`)).body.points
}

/** Answers a comment of the decision on that revision. */
export async function answerComment(work: Work, revision: number, content: ReplyRequest): Promise<Reply> {
  const path = `${workPath(work)}/submissions/${revision}/replies`
  return (await request<Reply>('POST', path, { body: content })).body
}
