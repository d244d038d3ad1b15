/** Results of a round, for those who see the whole region. */
import type { DistrictPaper } from '../../functions/http/district-shape.ts'
import type { FormSummary } from '../../functions/http/results.ts'
import { request } from './request.ts'

export type { DistrictPaper } from '../../functions/http/district-shape.ts'
export type QuestionSummary = FormSummary['questions'][number]
export type Figures = QuestionSummary['all']
/** Whole rupiah. */
export type BudgetSums = DistrictPaper['sums']
export type Activity = DistrictPaper['activities'][number]

export async function fetchDistrictPaper(round: string, district: string): Promise<DistrictPaper> {
  const path = `/api/rounds/${encodeURIComponent(round)}/districts/${encodeURIComponent(district)}`
  return (await request<DistrictPaper>('GET', path)).body
}

export async function fetchFormSummary(round: string, form: string): Promise<FormSummary> {
  const path = `/api/rounds/${encodeURIComponent(round)}/summaries/${encodeURIComponent(form)}`
  return (await request<FormSummary>('GET', path)).body
}

/** Addresses of files; the browser fetches them with the session's cookie. */
export function workbookPath(round: string): string {
  return `/api/rounds/${encodeURIComponent(round)}/export.xlsx`
}

/** `part`: a table's id, `isian` for the questions answered once, `kamus` for the dictionary. */
export function csvPath(round: string, form: string, part: string): string {
  return `/api/rounds/${encodeURIComponent(round)}/export.csv?form=${encodeURIComponent(form)}&part=${encodeURIComponent(part)}`
}
