/** Rounds and what is assigned in them. */
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { Assignment, Round } from '../../functions/schema/round.ts'
import { request } from './request.ts'

const part = encodeURIComponent

export async function fetchRounds(): Promise<readonly Round[]> {
  return (await request<{ rounds: Round[] }>('GET', '/api/rounds')).body.rounds
}

export async function fetchRound(round: string): Promise<Round> {
  return (await request<Round>('GET', `/api/rounds/${part(round)}`)).body
}

/** Own agencies' assignments; all of them for a coordinator or viewer. */
export async function fetchAssignments(round: string): Promise<readonly Assignment[]> {
  const { body } = await request<{ assignments: Assignment[] }>('GET', `/api/rounds/${part(round)}/assignments`)
  return body.assignments
}

const definitions = new Map<string, Promise<FormDefinition>>()

/** A form's definition. A published version never changes, so it is fetched once. */
export function fetchDefinition(form: string, version: number): Promise<FormDefinition> {
  const path = `/api/forms/${part(form)}/versions/${version}`
  const known = definitions.get(path)
  if (known !== undefined) return known
  const coming = request<FormDefinition>('GET', path).then(({ body }) => body)
  definitions.set(path, coming)
  coming.catch(() => definitions.delete(path))
  return coming
}
