/** Results of a round, for those who see the whole region. */
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import type { AssignmentStatus } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { request } from './request.ts'

/** Whole rupiah. */
export type BudgetSums = {
  readonly rows: number
  readonly budget: number
  readonly tagged: number
  readonly direct: number
  readonly spent: number
}
export type Activity = Omit<BudgetSums, 'rows'> & {
  readonly code: string
  readonly name: string
  readonly agency: string
  readonly intervention: Wording
  readonly source: Wording
  readonly target: { readonly volume: number | null; readonly unit: string }
  readonly kelurahan: readonly string[]
}
export type DistrictSource = {
  readonly receipt: string
  readonly agency: string
  readonly form: Wording
  readonly status: AssignmentStatus
  readonly nil: boolean
}
export type DistrictPaper = {
  readonly at: Instant
  readonly agencyId: string
  readonly name: Wording
  readonly kelurahan: number
  readonly preMusrenbangOn: LocalDate | null
  readonly musrenbangOn: LocalDate | null
  readonly sums: BudgetSums
  readonly activities: readonly Activity[]
  readonly cityWide: BudgetSums
  readonly coverage: readonly {
    readonly id: string
    readonly label: Wording
    readonly period: string
    readonly part: number
    readonly whole: number
    readonly percent: number | null
    readonly withoutData: number
  }[]
  readonly groups: readonly { readonly field: string; readonly label: Wording; readonly count: number }[]
  readonly missing: readonly Wording[]
  readonly openFindings: number
  readonly tagging: { readonly sent: number; readonly due: number }
  readonly sources: readonly DistrictSource[]
}

export async function fetchDistrictPaper(round: string, district: string): Promise<DistrictPaper> {
  const path = `/api/rounds/${encodeURIComponent(round)}/districts/${encodeURIComponent(district)}`
  return (await request<DistrictPaper>('GET', path)).body
}

/** Addresses of files; the browser fetches them with the session's cookie. */
export function workbookPath(round: string): string {
  return `/api/rounds/${encodeURIComponent(round)}/export.xlsx`
}

/** `part`: a table's id, `isian` for the questions answered once, `kamus` for the dictionary. */
export function csvPath(round: string, form: string, part: string): string {
  return `/api/rounds/${encodeURIComponent(round)}/export.csv?form=${encodeURIComponent(form)}&part=${encodeURIComponent(part)}`
}
