/** Which reference lists may be loaded, and how much of each stands. */
import type { ListRevision, ReferenceSummary } from '../../functions/http/references.ts'
import { request } from './request.ts'

export type { ListRevision, ReferenceSummary } from '../../functions/http/references.ts'

export async function fetchReferenceLists(): Promise<readonly ReferenceSummary[]> {
  return (await request<{ lists: ReferenceSummary[] }>('GET', '/api/reference-lists')).body.lists
}

/** Newest first. */
export async function fetchListHistory(list: string): Promise<readonly ListRevision[]> {
  const path = `/api/references/${encodeURIComponent(list)}/revisions`
  return (await request<{ revisions: ListRevision[] }>('GET', path)).body.revisions
}
