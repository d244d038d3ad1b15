/** Puts together what the rules look at: the latest submission of each agency and form with its body, what was sent before, idle drafts. */
import { loadAgencyBudgets } from '../../domain/budgets/agency-budgets.ts'
import type { Budgets } from '../../domain/budgets/budgets.ts'
import type { SubmissionPorts } from '../../domain/checks/checked-submission.ts'
import type { City, IdleDraft } from '../../domain/checks/city.ts'
import { sentInRound, sentLastRound } from '../../domain/checks/sent-in-round.ts'
import { agencyOf, ownChecksOf } from '../../domain/region/regions.ts'
import { assignmentsOf } from '../../domain/round/assignments.ts'
import type { FormCatalogue } from '../../domain/round/form-catalogue.ts'
import type { RoundFacts, RoundState, Rounds } from '../../domain/round/rounds.ts'
import { addDays } from '../../rules/dates.ts'
import { localDateOf } from '../../rules/wall-clock.ts'
import { workingDaysBetween } from '../../rules/working-days.ts'
import type { Answers } from '../../schema/answers.ts'
import { type CheckedSubmission, forms } from '../../schema/checks/check-context.ts'
import { checkSettings } from '../../schema/checks/check-settings.ts'
import { ruleEngine } from '../../schema/expressions/live/rule-engine.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type { Assignment } from '../../schema/round.ts'
import type { BudgetContent } from '../../schema/sipd/budget.ts'
import type { KeptBodies } from './kept-bodies.ts'

type Ports = {
  rounds: Pick<Rounds, 'body'>
  budgets: Pick<Budgets, 'list' | 'content'>
  forms: FormCatalogue
  bodies?: KeptBodies
}

/** Named by their hash, they never change; a warm function need not read them again. */
const contents = new Map<string, BudgetContent>()

/** `others`: the region's other rounds, the newest first. */
export type CityParts = { round: RoundState; references: ReferenceLists; others: readonly RoundFacts[] }

/** Throws where a body is missing or damaged, or the catalogue lacks a form: that is a fault, not a finding. */
export async function cityOf(now: Date, ports: Ports, { round, references, others }: CityParts): Promise<City> {
  const { facts, region } = round
  const assignments = assignmentsOf(now, round)
  const submissions = await submissionsFrom(ports, round, assignments)
  const otherRounds = await inTurn(others, (other) => coverageSubmissions(ports, { ...round, facts: other }))
  const ownChecks = ownChecksOf(region)
  const compared = [...new Set(facts.round.assignments.map(({ formId }) => formId))].filter((formId) =>
    ownChecks[formId]?.some(({ kind }) => kind === 'jump'),
  )
  const lastRound = await inTurn(compared, (formId) =>
    sentLastRound(readingOf(ports, round), round, { others, formId }),
  )
  const year = { region: facts.region, year: facts.round.fiscalYear }
  const budgets = await loadAgencyBudgets(ports.budgets, year, { references, zone: region.settings.zone, contents })
  return {
    today: localDateOf(now, region.settings.zone),
    fiscalYear: facts.round.fiscalYear,
    agencies: region.agencies,
    assignments,
    submissions,
    otherRounds,
    lastRound,
    ownChecks,
    idleDrafts: assignments.flatMap((assignment) => idleDraft(now, round, assignment)),
    references,
    budgets,
    settings: checkSettings(references),
    rules: ruleEngine,
  }
}

function submissionsFrom(
  ports: Ports,
  round: RoundState,
  keys: readonly AssignmentKey[],
): Promise<CheckedSubmission[]> {
  return sentInRound(readingOf(ports, round), round, keys)
}

function readingOf(ports: Ports, { facts }: RoundState): SubmissionPorts {
  return { forms: ports.forms, read: (sha256) => bodyOf(ports, facts.region, sha256) }
}

type AssignmentKey = Pick<Assignment, 'agencyId' | 'formId'>

/** All that the rules compare over rounds. */
function coverageSubmissions(ports: Ports, round: RoundState): Promise<CheckedSubmission[]> {
  const keys = round.facts.round.assignments.filter(({ formId }) => formId === forms.coverage)
  return submissionsFrom(ports, round, keys)
}

/** One round or form after another: each reads a few bodies at a time, and all at once would read as many as there are. */
async function inTurn<T>(all: readonly T[], read: (each: T) => Promise<CheckedSubmission[]>) {
  const found: CheckedSubmission[] = []
  for (const each of all) found.push(...(await read(each)))
  return found
}

async function bodyOf({ rounds, bodies }: Ports, region: string, sha256: string): Promise<Answers> {
  const known = bodies?.get(sha256)
  if (known !== undefined) return known
  const body = await rounds.body(region, sha256)
  bodies?.keep(sha256, body)
  return body
}

/** Whole working days between the day of the last save and today, both excluded. */
function idleDraft(now: Date, { region }: RoundState, assignment: Assignment): IdleDraft[] {
  const { agencyId, formId, status, open, savedAt } = assignment
  const agency = agencyOf(region, agencyId)
  if (!open || savedAt === null || agency === undefined || !['draft', 'returned'].includes(status)) return []
  const { zone } = region.settings
  const from = addDays(localDateOf(new Date(savedAt), zone), 1)
  const to = addDays(localDateOf(now, zone), -1)
  return [{ agencyId, formId, workingDays: workingDaysBetween(from, to, region.calendar, agency.workingWeek).length }]
}
