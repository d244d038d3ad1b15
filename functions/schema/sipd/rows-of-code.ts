/** Looking up a budget's rows; apart from its shape, so that the page need not carry the schema library. */
import type { AgencyBudget, BudgetRow } from './agency-budget.ts'

const indexes = new WeakMap<AgencyBudget, ReadonlyMap<string, readonly BudgetRow[]>>()

/** A budget's rows of one sub kegiatan, one a source. */
export function rowsOfCode(budget: AgencyBudget, code: string): readonly BudgetRow[] {
  const known = indexes.get(budget)
  if (known !== undefined) return known.get(code) ?? []
  const index = new Map<string, BudgetRow[]>()
  for (const row of budget.rows) index.set(row.code, [...(index.get(row.code) ?? []), row])
  indexes.set(budget, index)
  return index.get(code) ?? []
}
