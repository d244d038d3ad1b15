/** What happened in a round, in the language of the page. */
import type { TimelineEntry } from '../../functions/schema/timeline.ts'
import { language } from '../wording/language.ts'
import { request } from './request.ts'

export type { TimelineEntry } from '../../functions/schema/timeline.ts'
export type Timeline = { readonly entries: readonly TimelineEntry[]; readonly next: string | null }
type Question = { agency?: string | undefined; kind?: string | undefined; after?: string | undefined }

export async function fetchTimeline(round: string, question: Question): Promise<Timeline> {
  const query = new URLSearchParams({ language: language.value })
  for (const [name, value] of Object.entries(question)) if (value) query.set(name, value)
  return (await request<Timeline>('GET', `/api/rounds/${encodeURIComponent(round)}/timeline?${query}`)).body
}
