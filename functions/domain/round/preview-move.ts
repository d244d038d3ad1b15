/** What moving a form to another version changes, for whom, and what becomes of what each has answered. Changes nothing. */
import type { FormChange } from '../../schema/version-move.ts'
import type { SettingError } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { formChanges } from '../versions/form-changes.ts'
import { answerContext } from './answer-context.ts'
import { carryWork } from './carry-work.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { type MoveInput, type PlannedMove, planMove } from './move-version.ts'
import type { Rounds } from './rounds.ts'
import { standingWork } from './standing-work.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }

/** `left`: answers that find no place in the new version, of a draft or of sent work that is asked for again. */
export type MovedPlace = {
  agencyId: string
  state: 'not-begun' | 'draft' | 'sent'
  left: number
}
export type MovePreview = {
  /** The round's, on which it was looked at. */
  revision: number
  /** By the version that is left. */
  from: { version: number; changes: FormChange[]; places: MovedPlace[] }[]
  errors: readonly SettingError[]
}

const bodiesAtOnce = 10

/** Refuses with `not-found`. */
export async function previewMove(now: Date, ports: Ports, input: Omit<MoveInput, 'by'>): Promise<MovePreview> {
  const planned = await planMove(ports, input)
  const { state, places, definitions, errors } = planned
  const after = definitions.get(input.request.to)
  const revision = state.facts.round.revision
  if (after === undefined) return { revision, from: [], errors }
  const versions = [...new Set(places.map(({ formVersion }) => formVersion))].toSorted((a, b) => b - a)
  const moved: MovedPlace[] = []
  const references = await ports.regions.references(input.region)
  for (let at = 0; at < places.length; at += bodiesAtOnce) {
    const some = places.slice(at, at + bodiesAtOnce)
    moved.push(
      ...(await Promise.all(some.map((place) => movedPlace(now, ports, { ...planned, place, input, references })))),
    )
  }
  const from = versions.flatMap((version) => {
    const before = definitions.get(version)
    const own = new Set(places.filter(({ formVersion }) => formVersion === version).map(({ agencyId }) => agencyId))
    if (before === undefined) return []
    const changes = formChanges(before, after, input.request.mapping)
    return [{ version, changes, places: moved.filter(({ agencyId }) => own.has(agencyId)) }]
  })
  return { revision, from, errors }
}

type Moving = PlannedMove & {
  place: PlannedMove['places'][number]
  input: Omit<MoveInput, 'by'>
  references: Awaited<ReturnType<Regions['references']>>
}

async function movedPlace(now: Date, ports: Ports, moving: Moving): Promise<MovedPlace> {
  const { state, place, definitions, input, references } = moving
  const { agencyId, formId } = place
  const after = definitions.get(input.request.to)
  const before = definitions.get(place.formVersion)
  if (after === undefined || before === undefined) return { agencyId, state: 'not-begun', left: 0 }
  const { draft, submission, body } = standingWork({ state, assignment: place, definition: before })
  const stands = submission !== undefined ? 'sent' : draft === undefined ? 'not-begun' : 'draft'
  if (body === undefined || (stands === 'sent' && input.request.sent === 'keep'))
    return { agencyId, state: stands, left: 0 }
  const { round } = state.facts
  // As if the move stood: the same fold carries the work afterwards.
  const { mapping, to, sent } = input.request
  const key = { agencyId, formId, formVersion: to }
  const next = {
    ...round,
    revision: round.revision + 1,
    assignments: [key],
    move: { formId, to, sent, agencyIds: [agencyId], reason: '-', ...(mapping && { mapping }) },
  }
  const facts = { ...state.facts, round: next, earlier: [...(state.facts.earlier ?? []), round] }
  const work = { state: { ...state, facts }, assignment: key, definition: after }
  const context = answerContext(now, state, references, agencyId)
  const answers = await ports.rounds.draftBody(now, input, { ...place, ...body })
  if (answers === undefined) return { agencyId, state: stands, left: 0 }
  const { left } = await carryWork(ports, work, context, { formVersion: body.formVersion, answers })
  return { agencyId, state: stands, left: left.length }
}
