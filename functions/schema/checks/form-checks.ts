/** All checks that one form's answers (with lists, and the agency's other forms) can be put to, in the browser and on the server alike. */
import { budgetChecks } from './budget-checks.ts'
import { budgetFormChecks } from './budget-form-checks.ts'
import type { FormCheck, RowCheck } from './check.ts'
import { codeChecks } from './code-checks.ts'
import { coverageChecks } from './coverage-checks.ts'
import { coverageFormChecks } from './coverage-form-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { sipdFormChecks } from './sipd-form-checks.ts'
import { sipdRowChecks } from './sipd-row-checks.ts'

const byRule = (a: { rule: string }, b: { rule: string }) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)

export const rowChecks: readonly RowCheck[] = [
  ...codeChecks,
  ...budgetChecks,
  ...coverageChecks,
  ...peopleChecks,
  ...sipdRowChecks,
].sort(byRule)
export const formChecks: readonly FormCheck[] = [...budgetFormChecks, ...coverageFormChecks, ...sipdFormChecks].sort(
  byRule,
)
