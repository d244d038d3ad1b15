/** One agency's work on one form of a round: its draft, its submissions, the decisions on them. */
import type { Difference } from '../../functions/http/shapes.ts'
import type { Submissions } from '../../functions/http/submissions.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { OwnCheck } from '../../functions/schema/checks/own/own-check.ts'
import type {
  DraftResponse,
  ReplyRequest,
  StartingPoint,
  SubmissionDetail,
  SubmissionRequest,
} from '../../functions/schema/requests.ts'
import type { Finding, Receipt, Reply } from '../../functions/schema/round.ts'
import { request } from './request.ts'

export type Work = { readonly round: string; readonly agency: string; readonly form: string }
/** `etag` is what a save must say it is based on. */
export type StoredDraft = {
  readonly draft: DraftResponse
  readonly etag: string
}
export type { Difference } from '../../functions/http/shapes.ts'
export type { Submissions } from '../../functions/http/submissions.ts'

export function workPath({ round, agency, form }: Work): string {
  const [r, a, f] = [round, agency, form].map(encodeURIComponent)
  return `/api/rounds/${r}/agencies/${a}/forms/${f}`
}

export async function fetchDraft(work: Work): Promise<StoredDraft> {
  const { body, etag } = await request<DraftResponse>('GET', `${workPath(work)}/draft`)
  return { draft: body, etag: etag ?? '' }
}

/** `undefined` when the stored draft is still the one of this `etag`. `hear` is told until when it may be saved, either way. */
export async function fetchNewerDraft(
  work: Work,
  known: string,
  hear?: (closesAt: string) => void,
): Promise<StoredDraft | undefined> {
  const { body, etag, status, headers } = await request<DraftResponse>('GET', `${workPath(work)}/draft`, {
    headers: { 'If-None-Match': known },
  })
  const closesAt = headers.get('Closes-At')
  if (closesAt !== null) hear?.(closesAt)
  return status === 304 ? undefined : { draft: body, etag: etag ?? '' }
}

/** Refused with `draft-conflict` when `etag` is no longer the newest. `leaving` lets it outlive the page. */
export async function saveDraft(
  work: Work,
  content: { readonly formVersion: number; readonly answers: Answers; readonly discardLeft?: true },
  base: { readonly etag: string; readonly leaving?: boolean },
): Promise<StoredDraft> {
  const body = JSON.stringify(content)
  const { body: draft, etag } = await request<DraftResponse>('PUT', `${workPath(work)}/draft`, {
    body: content,
    headers: { 'If-Match': base.etag },
    // Browsers refuse to carry more than 64 KB past the end of a page.
    keepalive: base.leaving === true && body.length < 60_000,
  })
  return { draft, etag: etag ?? '' }
}

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

/** All revisions, newest first, and the decisions on them. */
export async function fetchSubmissions(work: Work): Promise<Submissions> {
  return (await request<Submissions>('GET', `${workPath(work)}/submissions`)).body
}

/** Answers that need not be typed again. */
export async function fetchStartingPoints(work: Work): Promise<readonly StartingPoint[]> {
  return (await request<{ points: StartingPoint[] }>('GET', `${workPath(work)}/starting-points`)).body.points
}

/** What changed from one revision to another. */
export async function fetchDifference(work: Work, from: number, to: number): Promise<Difference> {
  return (await request<Difference>('GET', `${workPath(work)}/submissions/${to}/diff?from=${from}`)).body
}

export async function fetchSubmission(work: Work, revision: number): Promise<SubmissionDetail> {
  return (await request<SubmissionDetail>('GET', `${workPath(work)}/submissions/${revision}`)).body
}

/** Answers a comment of the decision on that revision. */
export async function answerComment(work: Work, revision: number, content: ReplyRequest): Promise<Reply> {
  const path = `${workPath(work)}/submissions/${revision}/replies`
  return (await request<Reply>('POST', path, { body: content })).body
}

type Checked = { readonly findings: readonly Finding[]; readonly checks?: readonly OwnCheck[] }

/** With what the coordinator chose to have checked. */
export async function fetchChecked(work: Work): Promise<Checked> {
  return (await request<Checked>('GET', `${workPath(work)}/findings`)).body
}

export async function fetchFindings(work: Work): Promise<readonly Finding[]> {
  return (await fetchChecked(work)).findings
}

/** Of all agencies that the reader may see, solved ones left out. */
export async function fetchRoundFindings(round: string): Promise<readonly Finding[]> {
  const path = `/api/rounds/${encodeURIComponent(round)}/findings`
  return (await request<{ findings: Finding[] }>('GET', path)).body.findings
}

/** Explains a finding; an explained warning is not mailed again. */
export async function explainFinding(
  work: Work,
  id: string,
  explanation: { readonly text: string; readonly basis: Finding['basis'] },
): Promise<Finding> {
  const path = `${workPath(work)}/findings/${encodeURIComponent(id)}/explanation`
  return (await request<Finding>('POST', path, { body: explanation })).body
}

/** A coordinator's word on any finding of the round. */
export async function decideFinding(
  round: string,
  finding: string,
  body: { readonly text: string; readonly setAside: boolean },
): Promise<Finding> {
  const path = `/api/rounds/${encodeURIComponent(round)}/findings/${encodeURIComponent(finding)}/explanation`
  return (await request<Finding>('POST', path, { body })).body
}
