/**
 * The table of all accuracy rules. A rule that is missing here is kept elsewhere, and where is said in
 * `blocked-by-validation.ts`: nothing that breaks it can be submitted at all.
 */
import { budgetCityRules } from './budget-city-rules.ts'
import { budgetRules } from './budget-rules.ts'
import { codeRules } from './code-rules.ts'
import { coverageFormRules, coverageRowRules } from './coverage-rules.ts'
import { placeRowRules, placeWideRules } from './place-rules.ts'
import type { Rule } from './rule.ts'
import { upkeepRules } from './upkeep-rules.ts'

/** By id, as the field numbers them. */
export const rules: readonly Rule[] = [
  ...codeRules,
  ...budgetRules,
  ...budgetCityRules,
  ...coverageRowRules,
  ...coverageFormRules,
  ...placeRowRules,
  ...placeWideRules,
  ...upkeepRules,
].toSorted((a, b) => (a.id < b.id ? -1 : 1))
