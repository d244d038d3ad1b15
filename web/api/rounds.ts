/** Rounds, what is assigned in them, and what is published with them: form definitions and reference lists. */
import type { ListedRound } from '../../functions/http/rounds.ts'
import type { RoundView } from '../../functions/http/shapes.ts'
import type { FormDefinition, ReferenceLists } from '../../functions/schema/form.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { request } from './request.ts'

export type { ListedRound } from '../../functions/http/rounds.ts'
export type { AgencyDates, AgencyView, FormSummary, RoundSummary, RoundView } from '../../functions/http/shapes.ts'

/** Opened rounds, the newest first; then those to come, the next one first. */
export async function fetchRounds(): Promise<readonly ListedRound[]> {
  return (await request<{ rounds: ListedRound[] }>('GET', '/api/rounds')).body.rounds
}

export async function fetchRound(round: string): Promise<RoundView> {
  return (await request<RoundView>('GET', `/api/rounds/${encodeURIComponent(round)}`)).body
}

/** Own agencies' assignments; all of them for a coordinator or viewer. Or those of one agency. */
export async function fetchAssignments(round: string, agency?: string): Promise<readonly Assignment[]> {
  const query = agency === undefined ? '' : `?agency=${encodeURIComponent(agency)}`
  const path = `/api/rounds/${encodeURIComponent(round)}/assignments${query}`
  return (await request<{ assignments: Assignment[] }>('GET', path)).body.assignments
}

const definitions = new Map<string, Promise<FormDefinition>>()

/** A form's definition. A published version never changes, so it is fetched once. */
export function fetchDefinition(form: string, version: number): Promise<FormDefinition> {
  const path = `/api/forms/${encodeURIComponent(form)}/versions/${version}`
  const known = definitions.get(path)
  if (known !== undefined) return known
  const coming = request<FormDefinition>('GET', path).then(({ body }) => body)
  definitions.set(path, coming)
  coming.catch(() => definitions.delete(path))
  return coming
}

/** The lists that choices are taken from, with the entries open to the reader. */
export async function fetchReferences(): Promise<ReferenceLists> {
  return (await request<ReferenceLists>('GET', '/api/references')).body
}
