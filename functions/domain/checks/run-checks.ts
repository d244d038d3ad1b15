/**
 * Runs all checks over a city: those of single forms, which the browser and the submission know too, and those that need
 * others' data. At most one finding per rule and row, and not more of one rule in one form than anybody reads.
 */
import { restKey } from '../../schema/checks/rest-key.ts'
import { ruleOf } from '../../schema/checks/rule-table.ts'
import { type Detected, detected, type FoundBy, findInSubmission } from '../../schema/checks/run-form-checks.ts'
import { budgetCityChecks } from './budget-city-checks.ts'
import type { City, CityCheck, FoundAt } from './city.ts'
import { coverageCityChecks } from './coverage-city-checks.ts'
import { limitPerRule, restWords, tableOf } from './limit-per-rule.ts'
import { ownCityChecks } from './own-city-checks.ts'
import { submissionStateChecks } from './submission-state-checks.ts'

/** The checks that need the whole city, or earlier rounds. */
export const cityChecks: readonly CityCheck[] = [
  ...budgetCityChecks,
  ...coverageCityChecks,
  ...ownCityChecks,
  ...submissionStateChecks,
]

/** All findings of the city, each identity once, by rule. */
export function runChecks(city: City): Detected[] {
  const wide = new Map<string, (FoundAt & FoundBy)[]>()
  for (const { rule, check } of cityChecks) {
    for (const found of check(city)) {
      const key = placeKey(found.agencyId, found.formId)
      wide.set(key, [...(wide.get(key) ?? []), { ...found, rule }])
    }
  }
  const ofSubmissions = city.submissions.flatMap((submission) => {
    const key = placeKey(submission.agency.id, submission.definition.id)
    const found: FoundBy[] = [...findInSubmission(city, submission), ...(wide.get(key) ?? [])]
    wide.delete(key)
    return detected(city, submission, limitPerRule(found, restOf))
  })
  const ofOthers = [...wide.values()].flat().map(withoutSubmission)
  return [...ofSubmissions, ...ofOthers].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
}

function placeKey(agencyId: string, formId: string): string {
  return `${agencyId} ${formId}`
}

function restOf({ rule, pointer, severity }: FoundBy, rest: number): FoundBy {
  const found = { rule, pointer: tableOf(pointer), rowKey: restKey, text: restWords(rule, rest), amounts: [rest] }
  return severity === undefined ? found : { ...found, severity }
}

/** Somebody who has sent nothing has no submission; the finding needs none, since it names no row. */
function withoutSubmission(found: FoundAt & FoundBy): Detected {
  const { agencyId, formId, rule, rowKey = '-', pointer, text, same = '', amounts = [] } = found
  const severity = found.severity ?? ruleOf(rule).severity
  const basis = { same: `${rowKey} ${same}`, amounts: [...amounts] }
  return {
    id: `${rule}.${agencyId}.${formId}.${rowKey}`,
    rule,
    severity,
    agencyId,
    formId,
    rowKey,
    pointer,
    message: text,
    basis,
    text,
  }
}
