/** Rounds, what is assigned in them, and what is published with them: form definitions and reference lists. */
import type { FormDefinition, ReferenceLists } from '../../functions/schema/form.ts'
import type { Instant, LocalDate } from '../../functions/schema/ids.ts'
import type { Agency, Holiday, Person } from '../../functions/schema/region.ts'
import type { Assignment, Round, Window } from '../../functions/schema/round.ts'
import { request } from './request.ts'

export type RoundSummary = Pick<
  Round,
  'id' | 'revision' | 'title' | 'fiscalYear' | 'phase' | 'opensOn' | 'targetOn' | 'closesOn'
>
export type FormSummary = Pick<
  FormDefinition,
  'id' | 'version' | 'title' | 'shortTitle' | 'description' | 'nilAllowed'
> & { readonly asksRows: boolean }
export type AgencyView = Omit<Agency, 'at' | 'by'>
/** The dates in force for an agency; both instants are exclusive. */
export type AgencyDates = {
  readonly agencyId: string
  readonly targetOn: LocalDate
  readonly targetAt: Instant
  readonly closesOn: LocalDate
  readonly closesAt: Instant
}
/** The round as far as the reader may see it; `people` for the coordinator and viewers only. */
export type RoundView = {
  readonly round: Round
  readonly windows: readonly Window[]
  readonly dates: readonly AgencyDates[]
  readonly agencies: readonly AgencyView[]
  readonly people: readonly Pick<Person, 'id' | 'name' | 'title' | 'role' | 'agencyIds' | 'disabled'>[]
  readonly forms: readonly FormSummary[]
  readonly holidays: readonly Holiday[]
}

/** `open`: somebody whom the reader may see can still work in it. `lastClosesOn`: until when. */
export type ListedRound = RoundSummary & {
  readonly stage: 'upcoming' | 'open' | 'closed'
  readonly lastClosesOn: LocalDate
}

/** Opened rounds, the newest first; then those to come, the next one first. */
export async function fetchRounds(): Promise<readonly ListedRound[]> {
  return (await request<{ rounds: ListedRound[] }>('GET', '/api/rounds')).body.rounds
}

export async function fetchRound(round: string): Promise<RoundView> {
  return (await request<RoundView>('GET', `/api/rounds/${encodeURIComponent(round)}`)).body
}

/** Own agencies' assignments; all of them for a coordinator or viewer. */
export async function fetchAssignments(round: string): Promise<readonly Assignment[]> {
  const path = `/api/rounds/${encodeURIComponent(round)}/assignments`
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
