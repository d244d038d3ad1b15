/** Puts together what the rules look at: the latest submission of each agency and form with its body, what was sent before, idle drafts. */
import { loadAgencyBudgets } from '../../domain/budgets/agency-budgets.ts'
import type { Budgets } from '../../domain/budgets/budgets.ts'
import { checkedSubmission } from '../../domain/checks/checked-submission.ts'
import type { City, IdleDraft } from '../../domain/checks/city.ts'
import { agencyOf } from '../../domain/region/regions.ts'
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

type Ports = {
  rounds: Pick<Rounds, 'body'>
  budgets: Pick<Budgets, 'list' | 'content'>
  forms: FormCatalogue
  bodies?: Map<string, Answers>
}

/** Named by their hash, they never change; a warm function need not read them again. */
const contents = new Map<string, BudgetContent>()

/** More bodies than this are not kept: a large one has 1,500 rows, and a function has its memory. */
const mostBodies = 300

/** `others`: the region's other rounds, the newest first. */
export type CityParts = { round: RoundState; references: ReferenceLists; others: readonly RoundFacts[] }

/** Throws where a body is missing or damaged, or the catalogue lacks a form: that is a fault, not a finding. */
export async function cityOf(now: Date, ports: Ports, { round, references, others }: CityParts): Promise<City> {
  const { facts, region } = round
  const assignments = assignmentsOf(now, round)
  const submissions = await submissionsFrom(ports, round, assignments)
  const elsewhere = await Promise.all(others.map((other) => coverageSubmissions(ports, { ...round, facts: other })))
  const year = { region: facts.region, year: facts.round.fiscalYear }
  const budgets = await loadAgencyBudgets(ports.budgets, year, { references, zone: region.settings.zone, contents })
  return {
    today: localDateOf(now, region.settings.zone),
    fiscalYear: facts.round.fiscalYear,
    agencies: region.agencies,
    assignments,
    submissions,
    otherRounds: elsewhere.flat(),
    idleDrafts: assignments.flatMap((assignment) => idleDraft(now, round, assignment)),
    references,
    budgets,
    settings: checkSettings(references),
    rules: ruleEngine,
  }
}

async function submissionsFrom(
  ports: Ports,
  round: RoundState,
  keys: readonly AssignmentKey[],
): Promise<CheckedSubmission[]> {
  const read = (sha256: string) => bodyOf(ports, round.facts.region, sha256)
  const submissions: (CheckedSubmission | undefined)[] = []
  const waiting = [...keys.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      submissions[next[0]] = await checkedSubmission(round, next[1], { forms: ports.forms, read })
    }
  }
  await Promise.all(Array.from({ length: readsAtOnce }, work))
  return submissions.filter((submission) => submission !== undefined)
}

/** Thousands of bodies asked for at once wait longer for a connection than a request may take. */
const readsAtOnce = 16

type AssignmentKey = Pick<Assignment, 'agencyId' | 'formId'>

/** All that the rules compare over rounds. */
function coverageSubmissions(ports: Ports, round: RoundState): Promise<CheckedSubmission[]> {
  const keys = round.facts.round.assignments.filter(({ formId }) => formId === forms.coverage)
  return submissionsFrom(ports, round, keys)
}

async function bodyOf({ rounds, bodies }: Ports, region: string, sha256: string): Promise<Answers> {
  const known = bodies?.get(sha256)
  if (known !== undefined) return known
  const body = await rounds.body(region, sha256)
  if (bodies !== undefined && bodies.size >= mostBodies) bodies.clear()
  bodies?.set(sha256, body)
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
