/**
 * An agency says why a finding is right as it is. It then stays in the list as explained and is not mailed again, while its
 * figures stay near those that were explained. A warning about a draft may be explained before it is sent.
 */
import { normaliseAnswers } from '../../schema/answers/normalise-answers.ts'
import { forms } from '../../schema/checks/check-context.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type { Basis, Finding } from '../../schema/round.ts'
import { type BudgetsByAgency, loadAgencyBudgets } from '../budgets/agency-budgets.ts'
import type { Budgets } from '../budgets/budgets.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { answerContext } from '../round/answer-context.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from '../round/load-round.ts'
import { readDraft } from '../round/read-draft.ts'
import type { Rounds } from '../round/rounds.ts'
import { checkSubmission } from './check-submission.ts'

/** `basis`: the figures that the writer saw, where both a submission and a newer draft have the finding. */
export type ExplanationInput = { work: WorkKey; id: string; text: string; basis?: Basis | undefined; by: string }
type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue; budgets: Budgets }

/** Refuses with `not-found`: there is no such finding about this form, nor its draft, or it is solved already. */
export async function explainFinding(now: Date, ports: Ports, input: ExplanationInput): Promise<Finding> {
  const { work, id, text, basis, by } = input
  const loaded = await loadWork(ports, work)
  const stored = loaded.state.facts.findings.find(
    (each) => each.id === id && each.agencyId === work.agencyId && each.formId === work.formId,
  )
  const current = stored?.state === 'solved' ? undefined : stored
  const meant = isMeant(current, basis) ? current : ((await ofDraft(now, ports, loaded, input)) ?? current)
  if (meant === undefined) throw new Refused({ code: 'not-found', what: 'finding' })
  const at = now.toISOString()
  const seenAt = [stored?.lastSeenAt ?? at, at].toSorted().at(-1) ?? at
  const explained: Finding = {
    ...meant,
    state: 'explained',
    firstSeenAt: current?.firstSeenAt ?? at,
    lastSeenAt: seenAt,
    explanation: { at, by, text, ...(meant.basis === undefined ? {} : { basis: meant.basis }) },
  }
  await ports.rounds.putFinding(work.region, work.round, explained)
  return explained
}

function isMeant(finding: Finding | undefined, basis: Basis | undefined): boolean {
  if (finding === undefined) return false
  if (basis === undefined || finding.basis === undefined) return true
  return finding.basis.same === basis.same && finding.basis.amounts.join() === basis.amounts.join()
}

async function ofDraft(now: Date, ports: Ports, loaded: Work, { work, id }: ExplanationInput) {
  const [draft, references] = await Promise.all([
    readDraft(now, { ...ports, reader: 'system' }, work),
    ports.regions.references(work.region),
  ])
  const context = answerContext(now, loaded.state, references, work.agencyId)
  const answers = normaliseAnswers(loaded.definition, draft.answers, context)
  const budgets = await budgetsFor(ports, loaded, references)
  const found = await checkSubmission(now, ports, {
    work: loaded,
    references,
    agencyId: work.agencyId,
    answers,
    budgets,
  })
  const one = found.find((each) => each.id === id)
  if (one === undefined) return undefined
  const { text: _text, fix: _fix, ...finding } = one
  return finding
}

/** A draft is compared with SIPD while it is typed; what is said of it then can be explained then. */
async function budgetsFor(
  ports: Ports,
  { definition, state }: Work,
  references: ReferenceLists,
): Promise<BudgetsByAgency> {
  if (definition.id !== forms.tagging) return new Map()
  const { facts, region } = state
  const year = { region: facts.region, year: facts.round.fiscalYear }
  return loadAgencyBudgets(ports.budgets, year, { references, zone: region.settings.zone })
}
