/** Which reference lists may be loaded, and how much of each stands. */
import type { Wording } from '../../functions/schema/wording.ts'
import { request } from './request.ts'

export type ReferenceSummary = { readonly id: string; readonly title: Wording; readonly entries: number }

export async function fetchReferenceLists(): Promise<readonly ReferenceSummary[]> {
  return (await request<{ lists: ReferenceSummary[] }>('GET', '/api/reference-lists')).body.lists
}
