/**
 * Moves a form of a running round to another of its versions, for all that are asked it or for some: an act of the round, told in its
 * history. Nothing is rewritten: drafts and sent work are carried over when they are read (carry-work.ts), so also what was under
 * way at that moment. Back again is a move too, until somebody has sent in the version that would be left.
 */
import type { FormDefinition } from '../../schema/form.ts'
import type { AssignmentKey, Round } from '../../schema/round.ts'
import type { MoveMapping, VersionMoveRequest } from '../../schema/version-move.ts'
import type { SettingError } from '../refusal.ts'
import { agencyOf, type RegionFacts, type Regions } from '../region/regions.ts'
import { errorIf, refuseIfAny, required } from '../typed-settings.ts'
import { isSameType, pairsOf } from '../versions/form-pairs.ts'
import { submissionsOf } from './by-work.ts'
import { commitRevision, nextStamp, withoutMove } from './commit-revision.ts'
import { definitionsOf, type FormCatalogue, formKey } from './form-catalogue.ts'
import { loadRound } from './load-round.ts'
import type { RoundFacts, RoundState, Rounds } from './rounds.ts'
import { isDraft } from './windows.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }
export type MoveInput = { region: string; round: string; by: string; request: VersionMoveRequest }

/** What a request would move. `definitions`: by version, of those that are left and of the one that is moved to. */
export type PlannedMove = {
  state: RoundState
  places: readonly AssignmentKey[]
  definitions: ReadonlyMap<number, FormDefinition>
  errors: readonly SettingError[]
}

/** Refuses with `not-found`; what is wrong with the request is among the errors. */
export async function planMove(ports: Ports, { region, round, request }: Omit<MoveInput, 'by'>): Promise<PlannedMove> {
  const state = await loadRound(ports, region, round)
  const { facts, region: regionFacts } = state
  const asked = facts.round.assignments.filter(({ formId }) => formId === request.formId)
  const wanted = request.agencyIds === undefined ? undefined : new Set(request.agencyIds)
  const places = asked.filter(
    ({ agencyId, formVersion }) => (wanted?.has(agencyId) ?? true) && formVersion !== request.to,
  )
  const found = await definitionsOf(
    ports.forms,
    [...places, { formId: request.formId, formVersion: request.to }],
    region,
  )
  const definitions = new Map([...found.values()].map((definition) => [definition.version, definition]))
  const known = new Set(asked.map(({ agencyId }) => agencyId))
  const unknown = (request.agencyIds ?? []).filter((agencyId) => !known.has(agencyId))
  const errors = [
    ...errorIf(isDraft(facts), '', 'move-while-draft'),
    ...errorIf(!definitions.has(request.to), '/to', 'unknown-form', formKey(request.formId, request.to)),
    ...unknown.map((agencyId): SettingError => ({ pointer: '/agencyIds', reason: 'unknown-agency', named: agencyId })),
    ...errorIf(places.length === 0 && unknown.length === 0, '/to', 'nothing-to-move'),
    ...mappingErrors(definitions, request, places),
    ...sentErrors(sentOn(facts, request.to, places), regionFacts),
  ]
  return { state, places, definitions, errors }
}

/** Refusals: `not-found`, `settings-invalid`, `revision-conflict`, `round-changing`. */
export async function moveVersion(now: Date, ports: Ports, input: MoveInput): Promise<Round> {
  const { request, by } = input
  const { state, places, errors } = await planMove(ports, input)
  refuseIfAny([...required(request.reason, '/reason'), ...errors])
  const { facts, region } = state
  const moved = new Set(places.map(({ agencyId }) => agencyId))
  const { formId, to, mapping, sent, reason } = request
  const next: Round = {
    ...withoutMove(facts.round),
    ...nextStamp(now, facts.round, by),
    assignments: facts.round.assignments.map((key) =>
      key.formId === formId && moved.has(key.agencyId) ? { ...key, formVersion: to } : key,
    ),
    move: { formId, to, ...(mapping && { mapping }), sent, agencyIds: [...moved], reason },
  }
  const left = new Map(places.map(({ agencyId, formVersion }) => [agencyId, formVersion]))
  const lost = await commitRevision(now, ports, {
    facts,
    next,
    free: ({ agencyId, sentVersion }) => {
      const present = left.get(agencyId) ?? 0
      return to > present || sentVersion !== present
    },
  })
  refuseIfAny(sentErrors(lost, region))
  return next
}

/** Places that would go back, and have sent in the version that they would leave. */
function sentOn(facts: RoundFacts, to: number, places: readonly AssignmentKey[]): AssignmentKey[] {
  return places.filter(
    ({ agencyId, formId, formVersion }) =>
      to < formVersion &&
      submissionsOf(facts.submissions, agencyId, formId).some((each) => each.formVersion === formVersion),
  )
}

function sentErrors(places: readonly { agencyId: string }[], region: RegionFacts): SettingError[] {
  const names = places.map(({ agencyId }) => agencyOf(region, agencyId)?.shortName ?? agencyId)
  return errorIf(names.length > 0, '/to', 'sent-on-version', names.join(', '))
}

function mappingErrors(
  definitions: PlannedMove['definitions'],
  { mapping = {}, to }: VersionMoveRequest,
  places: readonly AssignmentKey[],
): SettingError[] {
  const after = definitions.get(to)
  const befores = [...new Set(places.map(({ formVersion }) => formVersion))].flatMap((v) => definitions.get(v) ?? [])
  if (after === undefined) return []
  return Object.entries(mapping).flatMap(([path, source]): SettingError[] => {
    const named = `${source} -> ${path}`
    const fits = befores.map((before) => fitOf(before, after, { mapping, path, source }))
    if (fits.every((fit) => fit === 'unknown'))
      return [{ pointer: `/mapping/${path}`, reason: 'mapping-unknown', named }]
    if (fits.includes('type')) return [{ pointer: `/mapping/${path}`, reason: 'mapping-type', named }]
    return []
  })
}

type Told = { mapping: MoveMapping; path: string; source: string }

function fitOf(
  before: FormDefinition,
  after: FormDefinition,
  { mapping, path, source }: Told,
): 'ok' | 'unknown' | 'type' {
  for (const part of pairsOf(before, after, mapping)) {
    if (part.after?.id === path) return part.before?.id === source ? 'ok' : 'unknown'
    const pair = part.fields.find((each) => placeOf(part.after?.id, each.after?.id) === path)
    if (pair === undefined) continue
    if (placeOf(part.before?.id, pair.before?.id) !== source) return 'unknown'
    return isSameType(pair) ? 'ok' : 'type'
  }
  return 'unknown'
}

function placeOf(table: string | undefined, field: string | undefined): string | undefined {
  return field === undefined || table === undefined ? field : `${table}.${field}`
}
