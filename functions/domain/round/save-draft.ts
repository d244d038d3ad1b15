/**
 * Saves a draft as typed, valid or not. It replaces only the version that the writer saw, over the revision that the writer
 * saw: a tab that slept through a submission, or through another person's saving, is told so and given what stands now.
 */
import { rowCount } from '../../schema/answers/totals.ts'
import { validateForDraft } from '../../schema/answers/validate-answers.ts'
import type { Answers } from '../../schema/answers.ts'
import { isRehearsalId } from '../../schema/rehearsal.ts'
import type { DraftResponse } from '../../schema/requests.ts'
import type { Draft } from '../../schema/round.ts'
import { type Sealed, seal, sealSecret } from '../personal/seal.ts'
import { Refused } from '../refusal.ts'
import { nameIn, type RegionFacts, type Regions } from '../region/regions.ts'
import { answerContext } from './answer-context.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from './load-round.ts'
import { closingOf, latestSubmission, mayWrite } from './may-write.ts'
import { measureDraft } from './measure-draft.ts'
import { draftReply } from './read-draft.ts'
import type { RoundState, Rounds } from './rounds.ts'
import { carriedFrom } from './standing-work.ts'
import { takePlace } from './take-place.ts'

/** `version` 0 = no draft yet; `revision` 0 = nothing submitted yet. */
export type DraftBase = { version: number; revision: number }
export type DraftInput = {
  work: WorkKey
  by: string
  base: DraftBase
  formVersion: number
  answers: Answers
  discardLeft?: true | undefined
}
type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }

/**
 * Refusals: `not-found`, `round-not-open`, `round-closed`, `submission-accepted`, `form-version-conflict`, `round-changing`,
 * `answers-invalid` (only what cannot be kept at all), `draft-conflict`. Saving again what already stands there is no conflict.
 */
export async function saveDraft(now: Date, ports: Ports, input: DraftInput): Promise<DraftResponse> {
  const work = await loadWork(ports, input.work)
  const { region, round, agencyId, formId } = input.work
  const permission = mayWrite(now, work.state, agencyId, formId)
  if (permission !== 'ok') throw new Refused(permission)
  if (input.formVersion !== work.definition.version) {
    throw new Refused({ code: 'form-version-conflict', currentVersion: work.definition.version })
  }
  const { draft, body } = await draftFrom(now, ports, input, work)
  const revision = latestSubmission(work.state.facts, agencyId, formId)?.revision ?? 0
  if (revision !== input.base.revision) throw await conflict(now, ports, input.work)
  if (input.base.version === 0) {
    const { revision: seen } = work.state.facts.round
    await takePlace(now, ports, { ...input.work, revision: seen, formVersion: input.formVersion, sent: false })
  }
  const result = await ports.rounds.saveDraft(region, round, draft, body)
  if (result.saved || isSame(result.current, draft))
    return replyTo(result.saved ? draft : result.current, input, work.state.region)
  throw await conflict(now, ports, input.work)
}

async function draftFrom(
  now: Date,
  ports: Ports,
  input: DraftInput,
  work: Work,
): Promise<{ draft: Draft; body: Sealed['body'] }> {
  const { state, definition } = work
  const { region, round, agencyId, formId } = input.work
  const [references, secret] = await Promise.all([
    ports.regions.references(region),
    sealSecret(ports.rounds, definition, input.work),
  ])
  const context = answerContext(now, state, references, agencyId)
  const errors = validateForDraft(definition, input.answers)
  if (errors.length > 0) throw new Refused({ code: 'answers-invalid', errors: [...errors] })
  const { body, sha256 } = seal(definition, input.answers, secret)
  const draft = {
    agencyId,
    formId,
    formVersion: definition.version,
    version: input.base.version + 1,
    savedAt: now.toISOString(),
    savedBy: input.by,
    baseRevision: input.base.revision,
    ...measureDraft(definition, input.answers, context),
    rowCount: rowCount(definition, input.answers, context),
    sha256,
    ...(isRehearsalId(round) ? {} : { endsAt: draftEndsAt(state, input.work) }),
    ...(input.discardLeft === undefined && carriedFrom(work)),
  }
  return { draft, body }
}

/** Long enough for a coordinator who opens the form again, or asks what was typed and never sent. */
const daysAfterClosing = 90

/** Rehearsals have none: their clock is not that by which a table ends what it holds. */
function draftEndsAt({ facts, region }: RoundState, { agencyId, formId }: WorkKey): string {
  const { closesAt } = closingOf(facts, region.settings.zone, agencyId, formId)
  return new Date(closesAt.getTime() + daysAfterClosing * 86_400_000).toISOString()
}

/** The retry of a save whose answer was lost: version and content are those already stored. */
function isSame(current: Draft | undefined, draft: Draft): current is Draft {
  return current?.version === draft.version && current.sha256 === draft.sha256 && current.savedBy === draft.savedBy
}

function replyTo(draft: Draft | undefined, input: DraftInput, region: RegionFacts): DraftResponse {
  if (draft === undefined) throw new Error('a saved draft is missing')
  const { version, formVersion, savedAt, savedBy, completeness, missing } = draft
  const { answers, base } = input
  const savedByName = nameIn(region, savedBy)
  const saved = { version, formVersion, savedAt, savedBy, savedByName, completeness, missing }
  return { ...saved, baseRevision: base.revision, answers }
}

/** Reads again, so that the answer carries what stands now. */
async function conflict(now: Date, ports: Ports, key: WorkKey): Promise<Refused> {
  const current = await draftReply(now, { ...ports, reader: 'system' }, await loadWork(ports, key), key)
  const { version, baseRevision } = current
  return new Refused({ code: 'draft-conflict', currentVersion: version, currentRevision: baseRevision, current })
}
