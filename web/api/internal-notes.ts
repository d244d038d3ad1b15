/** What coordinators note among themselves about a submission. The server answers them to coordinators alone. */
import type {
  InternalNoteRequest,
  InternalNoteSummary,
  InternalNoteView,
} from '../../functions/schema/internal-note.ts'
import { request } from './request.ts'
import { type Work, workPath } from './work.ts'

/** Newest first. */
export async function fetchInternalNotes(work: Work): Promise<readonly InternalNoteView[]> {
  return (await request<{ notes: InternalNoteView[] }>('GET', `${workPath(work)}/notes`)).body.notes
}

/** The same `requestKey` and text again is the same note. */
export async function writeInternalNote(work: Work, note: InternalNoteRequest): Promise<InternalNoteView> {
  return (await request<InternalNoteView>('POST', `${workPath(work)}/notes`, { body: note })).body
}

/** How many each form of each agency has, with the latest. */
export async function fetchNoteSummaries(round: string): Promise<readonly InternalNoteSummary[]> {
  const path = `/api/rounds/${encodeURIComponent(round)}/notes`
  return (await request<{ notes: InternalNoteSummary[] }>('GET', path)).body.notes
}
