/** Which reference lists may be loaded, and how much of each stands. */
import type { Wording } from '../../functions/schema/wording.ts'
import { request } from './request.ts'
import type { Revised } from './settings.ts'

export type ReferenceSummary = { readonly id: string; readonly title: Wording; readonly entries: number }

export async function fetchReferenceLists(): Promise<readonly ReferenceSummary[]> {
  return (await request<{ lists: ReferenceSummary[] }>('GET', '/api/reference-lists')).body.lists
}

export type ListRevision = Revised & {
  readonly entries: number
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** Newest first. */
export async function fetchListHistory(list: string): Promise<readonly ListRevision[]> {
  const path = `/api/references/${encodeURIComponent(list)}/revisions`
  return (await request<{ revisions: ListRevision[] }>('GET', path)).body.revisions
}
