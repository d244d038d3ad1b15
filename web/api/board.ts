/** The board of a round: agencies by forms, and the counts over them. For coordinators and viewers. */
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import type { Assignment, FindingCounts } from '../../functions/schema/round.ts'
import { request } from './request.ts'
import type { AgencyView, FormSummary } from './rounds.ts'

/** Forms, not agencies. Every number is counted from the cells that are shown with it. */
export type BoardCounts = {
  readonly expected: number
  readonly submitted: number
  readonly complete: number
  readonly onTime: number
  readonly inExtension: number
  readonly late: number
  readonly accepted: number
  readonly returned: number
  readonly draft: number
  readonly notStarted: number
  readonly overdue: number
  readonly nil: number
}
export type BoardRow = {
  readonly agency: AgencyView
  readonly complete: boolean
  readonly counts: BoardCounts
  readonly assignments: readonly Assignment[]
}
export type Board = {
  readonly asOf: Instant
  readonly counts: BoardCounts
  /** At the end of each day so far. */
  readonly progress: readonly { readonly on: LocalDate; readonly submitted: number; readonly accepted: number }[]
  readonly findings: FindingCounts
  /** Agencies that still owe something: kecamatan first. */
  readonly blockers: readonly string[]
  readonly agencies: readonly BoardRow[]
  readonly forms: readonly { readonly form: FormSummary; readonly counts: BoardCounts }[]
}

export async function fetchBoard(round: string): Promise<Board> {
  return (await request<Board>('GET', `/api/rounds/${encodeURIComponent(round)}/completeness`)).body
}
