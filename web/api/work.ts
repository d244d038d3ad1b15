/** One agency's work on one form of a round: its draft, its submissions, the decisions on them. */
import type { Submissions } from '../../functions/http/submissions.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { DraftResponse } from '../../functions/schema/requests.ts'
import { request } from './request.ts'

export type Work = { readonly round: string; readonly agency: string; readonly form: string }
/** `etag` is what a save must say it is based on. */
export type StoredDraft = {
  readonly draft: DraftResponse
  readonly etag: string
}
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

/** All revisions, newest first, and the decisions on them. */
export async function fetchSubmissions(work: Work): Promise<Submissions> {
  return (await request<Submissions>('GET', `${workPath(work)}/submissions`)).body
}
