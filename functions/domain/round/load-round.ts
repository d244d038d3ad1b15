/**
 * The first step of every verb: the round's facts with its region, or `not-found`. A round of another region does not exist
 * for the caller, since the region is taken from the session and never from the request.
 */
import type { FormDefinition } from '../../schema/form.ts'
import type { AssignmentKey } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { assignmentKeyOf } from './by-work.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import type { RoundState, Rounds } from './rounds.ts'

/** One form of one agency in one round. */
export type WorkKey = { region: string; round: string; agencyId: string; formId: string }
/** An assignment with all that a verb about it needs. `definition` is the version that the round asks for. */
export type Work = { state: RoundState; assignment: AssignmentKey; definition: FormDefinition }

/** Consistent reads; without who signed in when. Refuses with `not-found`. */
export async function loadRound(
  { rounds, regions }: { rounds: Pick<Rounds, 'load'>; regions: Pick<Regions, 'directory'> },
  region: string,
  round: string,
): Promise<RoundState> {
  const [facts, regionFacts] = await Promise.all([rounds.load(region, round), regions.directory(region)])
  if (facts === undefined || regionFacts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  return { facts, region: regionFacts }
}

/** The same with who signed in when, of which digests tell. Refuses with `not-found`. */
export function loadToCompose(
  { rounds, regions }: { rounds: Rounds; regions: Regions },
  region: string,
  round: string,
): Promise<RoundState> {
  return loadRound({ rounds, regions: { directory: regions.load } }, region, round)
}

/** The round as some agencies have it: their assignments and what is about them, or all. Refuses with `not-found`. */
export async function loadTasks(
  ports: { rounds: Rounds; regions: Regions },
  { region, round }: Pick<WorkKey, 'region' | 'round'>,
  agencyIds: readonly string[] | undefined,
): Promise<RoundState> {
  if (agencyIds === undefined) return loadRound(ports, region, round)
  const [facts, directory] = await Promise.all([
    ports.rounds.loadAgencies(region, round, { agencyIds }),
    ports.regions.directory(region),
  ])
  if (facts === undefined || directory === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const served = new Set(agencyIds)
  const assignments = facts.round.assignments.filter(({ agencyId }) => served.has(agencyId))
  return { facts: { ...facts, round: { ...facts.round, assignments } }, region: directory }
}

/** With what is about this form alone. Refuses with `not-found`. */
export function loadForm(
  { rounds, regions }: { rounds: Rounds; regions: Regions },
  { region, round, formId }: Pick<WorkKey, 'region' | 'round' | 'formId'>,
): Promise<RoundState> {
  return loadRound({ rounds: { load: () => rounds.loadAgencies(region, round, { formId }) }, regions }, region, round)
}

/**
 * With the facts about this agency alone, whatever else the round holds. Refuses with `not-found` where the round does not ask this
 * form of this agency.
 */
export async function loadWork(
  ports: { rounds: Rounds; regions: Regions; forms: FormCatalogue },
  { region, round, agencyId, formId }: WorkKey,
): Promise<Work> {
  const [facts, directory] = await Promise.all([
    ports.rounds.loadAgencies(region, round, { agencyIds: [agencyId] }),
    ports.regions.directory(region),
  ])
  if (facts === undefined || directory === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  return workIn(ports, { facts, region: directory }, { agencyId, formId })
}

/** The same in a state that is loaded already. */
export async function workIn(
  ports: { forms: FormCatalogue },
  state: RoundState,
  { agencyId, formId }: Pick<WorkKey, 'agencyId' | 'formId'>,
): Promise<Work> {
  const assignment = assignmentKeyOf(state.facts.round.assignments, agencyId, formId)
  if (assignment === undefined) throw new Refused({ code: 'not-found', what: 'assignment' })
  const definition = await ports.forms.definition(formId, assignment.formVersion, state.facts.region)
  if (definition === undefined) throw new Error(`The catalogue lacks ${formId} version ${assignment.formVersion}`)
  return { state, assignment, definition }
}
