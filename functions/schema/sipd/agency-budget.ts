/** What of a year's budget is one agency's, by sub kegiatan and source as the forms know it. */
import * as z from 'zod'
import { localDateSchema } from '../ids.ts'
import { budgetKindSchema } from './budget.ts'

/** `source` is null where no rule says which source a fund of SIPD is; `funds` are SIPD's own names. `ceiling` in whole rupiah, above 0. */
export const budgetRowSchema = z.object({
  code: z.string(),
  name: z.string(),
  source: z.string().nullable(),
  funds: z.array(z.string()),
  units: z.array(z.string()),
  ceiling: z.int(),
})
export type BudgetRow = z.infer<typeof budgetRowSchema>

export const agencyBudgetSchema = z.object({
  stage: budgetKindSchema,
  number: z.int(),
  loadedOn: localDateSchema,
  rows: z.array(budgetRowSchema),
  /** In SIPD, but without money. */
  bare: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type AgencyBudget = z.infer<typeof agencyBudgetSchema>

/** The newest budget of each of the last stages, the newest stage last; and what was spent, by sub kegiatan. */
export const ownBudgetsSchema = z.object({
  budgets: z.array(agencyBudgetSchema),
  spent: z.array(z.object({ code: z.string(), amount: z.number() })).nullable(),
})
export type OwnBudgets = z.infer<typeof ownBudgetsSchema>
