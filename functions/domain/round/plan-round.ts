/**
 * Creates a round by copying one, as a draft, revises rounds and opens them. Each revision is a new numbered fact of the whole round, so who changed
 * what and when stays readable, and of two coordinators who save at once one is told of the other.
 */
import { isRehearsalId, rehearsalTitle } from '../../schema/rehearsal.ts'
import type { Round } from '../../schema/round.ts'
import { type RoundCreation, type RoundPlan, roundPlanSchema } from '../../schema/round-plan.ts'
import { canonicalJson } from '../canonical-json.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { errorIf, idShape, refuseIfAny } from '../typed-settings.ts'
import { begunError, planErrors } from './check-plan.ts'
import { commitRevision, revisionConflict as conflict, nextStamp, withoutMove } from './commit-revision.ts'
import { type FormCatalogue, formKey } from './form-catalogue.ts'
import { loadRound } from './load-round.ts'
import type { Rounds } from './rounds.ts'
import { isUntouched } from './take-place.ts'
import { isDraft } from './windows.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }
export type CreateInput = { region: string; by: string; creation: RoundCreation }
export type ReviseInput = { region: string; round: string; by: string; base: number; plan: RoundPlan }

/** Refusals: `not-found` (the copied round), `settings-invalid`. The same request again answers the same round. */
export async function createRound(now: Date, ports: Ports, { region, by, creation }: CreateInput): Promise<Round> {
  const { id, copyOf, ...given } = creation
  refuseIfAny([...idShape(id, '/id'), ...errorIf(isRehearsalId(id), '/id', 'id-reserved')])
  const regionFacts = await ports.regions.load(region)
  if (regionFacts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const copied = copyOf === undefined ? undefined : (await loadRound(ports, region, copyOf)).facts.round
  // The meetings of the copied round were on days of their own.
  const idle = new Set(regionFacts.agencies.filter(({ outOfUse }) => outOfUse).map((agency) => agency.id))
  const assignments = copied?.assignments.filter(({ agencyId }) => !idle.has(agencyId))
  const plan = roundPlanSchema.safeParse({ ...copied, assignments, milestones: undefined, ...given })
  if (!plan.success) {
    const missing = new Set(plan.error.issues.map(({ path }) => `/${String(path[0])}`))
    throw new Refused({
      code: 'settings-invalid',
      errors: [...missing].map((pointer) => ({ pointer, reason: 'required' })),
    })
  }
  const forms = await knownForms(ports, region)
  refuseIfAny(planErrors(now, plan.data, { region: regionFacts, forms }))
  const round: Round = { ...plan.data, id, revision: 1, at: now.toISOString(), by, openedAt: null }
  const result = await ports.rounds.insertRound(region, round)
  if (result.inserted) return round
  const { existing } = result
  const own = canonicalJson(existing) === canonicalJson({ ...round, at: existing.at })
  refuseIfAny(errorIf(!own, '/id', 'id-taken', id))
  return existing
}

/** Refusals: `not-found`, `settings-invalid`, `revision-conflict`, `round-changing`. */
export async function reviseRound(now: Date, ports: Ports, input: ReviseInput): Promise<Round> {
  const { region, round: id, by, base, plan } = input
  const { facts, region: regionFacts } = await loadRound(ports, region, id)
  if (facts.round.revision !== base) throw conflict(facts.round)
  const forms = await knownForms(ports, region)
  refuseIfAny(planErrors(now, plan, { region: regionFacts, forms, facts }))
  const title = isRehearsalId(id) ? rehearsalTitle(plan.title) : plan.title
  const round: Round = { ...withoutMove(facts.round), ...plan, title, ...nextStamp(now, facts.round, by) }
  const lost = await commitRevision(now, ports, { facts, next: round, free: isUntouched(now) })
  refuseIfAny(lost.map((begun) => begunError(begun, '/assignments', regionFacts)))
  return round
}

/**
 * Opens a draft: from now on its mails go, and from its opening on work is accepted. Refusals: `not-found`, `settings-invalid`,
 * `revision-conflict`, also where somebody has opened it already.
 */
export async function openRound(now: Date, ports: Ports, input: Omit<ReviseInput, 'plan'>): Promise<Round> {
  const { region, round: id, by, base } = input
  const { facts, region: regionFacts } = await loadRound(ports, region, id)
  if (facts.round.revision !== base || !isDraft(facts)) throw conflict(facts.round)
  const forms = await knownForms(ports, region)
  refuseIfAny(planErrors(now, facts.round, { region: regionFacts, forms, facts, opening: true }))
  const at = now.toISOString()
  const round: Round = { ...withoutMove(facts.round), revision: base + 1, at, by, openedAt: at }
  const result = await ports.rounds.insertRound(region, round)
  if (!result.inserted) throw conflict(result.existing)
  return round
}

async function knownForms({ forms }: Ports, region: string): Promise<ReadonlySet<string>> {
  return new Set((await forms.all(region)).map(({ id, version }) => formKey(id, version)))
}
