/**
 * The accuracy checks at submit: the same as in the browser, over the answers as they will be stored, with what the agency has
 * sent on its other forms. What they find is recorded at once; the scheduled check adds what needs others' data.
 */

import { localDateOf, localMomentOf } from '../../rules/wall-clock.ts'
import type { Answers } from '../../schema/answers.ts'
import { type CheckContext, type CheckedSubmission, forms, scopedTo } from '../../schema/checks/check-context.ts'
import { checkSettings } from '../../schema/checks/check-settings.ts'
import { doubtRule } from '../../schema/checks/doubts.ts'
import { formChecks, rowChecks } from '../../schema/checks/form-checks.ts'
import { ownRules } from '../../schema/checks/own/own-findings.ts'
import { restKey } from '../../schema/checks/rest-key.ts'
import { ruleTable } from '../../schema/checks/rule-table.ts'
import { checkOneSubmission, type Detected } from '../../schema/checks/run-form-checks.ts'
import { ruleEngine } from '../../schema/expressions/live/rule-engine.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import { checkedSubmission } from '../checks/checked-submission.ts'
import { foldFindings } from '../checks/findings.ts'
import { limitPerRule, restWords, tableOf } from '../checks/limit-per-rule.ts'
import { agencyOf, ownChecksOf } from '../region/regions.ts'
import { findingsOf, ofAgency } from '../round/by-work.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import type { Work, WorkKey } from '../round/load-round.ts'
import type { RoundFacts, Rounds } from '../round/rounds.ts'

/** `budgets`: at submit none are read; the scheduled check compares with them a minute later. */
export type ToCheck = {
  work: Work
  references: ReferenceLists
  agencyId: string
  answers: Answers
  budgets?: CheckContext['budgets']
}
type Ports = { rounds: Pick<Rounds, 'body'>; forms: FormCatalogue }

/** `answers` are normalised. An agency that the region does not know has nothing to be compared with: no findings. */
export async function checkSubmission(
  now: Date,
  ports: Ports,
  { work, references, agencyId, answers, budgets }: ToCheck,
): Promise<Detected[]> {
  const { facts, region } = work.state
  const agency = agencyOf(region, agencyId)
  if (agency === undefined) return []
  const { definition } = work
  const submission: CheckedSubmission = { agency, definition, revision: 0, nil: false, answers, afterApproval: false }
  const context: CheckContext = {
    today: localDateOf(now, region.settings.zone),
    fiscalYear: facts.round.fiscalYear,
    references: scopedTo(references, agencyId),
    settings: checkSettings(references),
    rules: ruleEngine,
    ownChecks: ownChecksOf(region),
    now: localMomentOf(now, region.settings.zone),
    ...(budgets === undefined ? {} : { budgets }),
    submissions: [submission, ...(await otherSubmissions(ports, work, agencyId))],
  }
  return checkOneSubmission(context, submission)
}

/** The agency's other forms that its checks look at: only the built-in ones know one another. */
export function comparedWith(formId: string): string[] {
  const known: string[] = Object.values(forms)
  return known.includes(formId) ? known.filter((id) => id !== formId) : []
}

/** What the agency has sent on its other forms of the round. */
async function otherSubmissions(
  ports: Ports,
  { state, definition }: Work,
  agencyId: string,
): Promise<CheckedSubmission[]> {
  const compared = comparedWith(definition.id)
  const keys = ofAgency(state.facts.round.assignments, agencyId).filter(({ formId }) => compared.includes(formId))
  const read = (sha256: string) => ports.rounds.body(state.facts.region, sha256)
  const submissions = await Promise.all(keys.map((key) => checkedSubmission(state, key, { forms: ports.forms, read })))
  return submissions.filter((submission) => submission !== undefined)
}

/** Rules that the agency's own forms decide wholly, and those that a submission ends by itself. */
const decided: ReadonlySet<string> = new Set([
  ...[...rowChecks, ...formChecks]
    .map(({ rule }) => rule)
    .filter((id) => ruleTable.some((head) => head.id === id && head.scope !== 'city' && head.scope !== 'rounds')),
  doubtRule,
  ...ownRules,
  'A14',
  'A27',
])

export type ToRecord = {
  work: WorkKey
  found: readonly Detected[]
  /** Of the form at least its findings. */
  facts: Pick<RoundFacts, 'findings'>
  references: ReferenceLists
}

/** Records what was found in a submission that stands. What only the scheduled check can judge stays as it is. */
export async function recordFindings(
  now: Date,
  { rounds }: { rounds: Pick<Rounds, 'putFinding'> },
  { work, found, facts, references }: ToRecord,
): Promise<void> {
  const withinPercent = checkSettings(references).explainedWithinPercent
  const own = limitPerRule(
    found.filter(({ rule }) => decided.has(rule)),
    restOf,
  )
  const fold = foldFindings(now, own, { stored: decidedHere(facts, work), withinPercent })
  await Promise.all(fold.put.map((finding) => rounds.putFinding(work.region, work.round, finding)))
}

function restOf(first: Detected, rest: number): Detected {
  const { rule, severity, agencyId, formId, pointer } = first
  const text = restWords(rule, rest)
  const id = `${rule}.${agencyId}.${formId}.${restKey}`
  const basis = { same: `${restKey} `, amounts: [rest] }
  return {
    id,
    rule,
    severity,
    agencyId,
    formId,
    rowKey: restKey,
    pointer: tableOf(pointer),
    message: text,
    basis,
    text,
  }
}

function decidedHere({ findings }: Pick<RoundFacts, 'findings'>, { agencyId, formId }: WorkKey) {
  return findingsOf(findings, agencyId, formId).filter(({ rule }) => decided.has(rule))
}
