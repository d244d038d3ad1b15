/**
 * A sheet page by page, for programs. A cursor names the very list of revisions that it was given over; when a newer revision
 * has come, the next page is refused instead of mixing two states.
 */
import { sha256Hex } from '../content-hash.ts'
import { Refused } from '../refusal.ts'
import type { ResultSheet } from './result-sheet.ts'
import type { ResultSubmission } from './result-submissions.ts'

export type ResultPage = { total: number; rows: ResultSheet['rows']; next: string | null }

/** `cursor` is that of the page before. Refuses with `results-changed`. */
export function pageOf(
  sheet: ResultSheet,
  submissions: readonly ResultSubmission[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): ResultPage {
  const state = sha256Hex(submissions.map(({ submission }) => submission.receiptNumber).join('\n')).slice(0, 12)
  const [from = '0', seen = state] = cursor?.split('-') ?? []
  if (seen !== state) throw new Refused({ code: 'results-changed' })
  const start = Number(from)
  const rows = sheet.rows.slice(start, start + limit)
  const end = start + rows.length
  return { total: sheet.rows.length, rows, next: end < sheet.rows.length ? `${end}-${state}` : null }
}
