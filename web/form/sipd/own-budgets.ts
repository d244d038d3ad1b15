/** What SIPD has for the agency of the open form. It is fetched with the panel that fills rows from it; checks and suggestions follow. */
import { signal } from '@preact/signals'
import type { ReferenceEntry, ReferenceLists } from '../../../functions/schema/form.ts'
import type { BudgetRow, OwnBudgets } from '../../../functions/schema/sipd/agency-budget.ts'
import { rowsOfCode } from '../../../functions/schema/sipd/rows-of-code.ts'

/** `year`: of the budgets, which for a review is the year before the round's. */
export type KnownBudgets = OwnBudgets & { readonly agency: string; readonly year: number }
export const ownBudgets = signal<KnownBudgets | undefined>(undefined)

const nomenclature = 'sub-kegiatan'

/**
 * The agency's own codes stand first among the suggestions, those with money before all. A code of one source brings that and its
 * ceiling along, into the form's field of that name.
 */
export function withBudget(references: ReferenceLists, known: KnownBudgets, ceiling: string): ReferenceLists {
  const budget = known.budgets[known.budgets.length - 1]
  if (budget === undefined) return references
  const listed = references[nomenclature] ?? []
  const own = new Map<string, ReferenceEntry>()
  const verified = listed[0]?.facts?.verified ?? 'no'
  for (const { code, name } of [...budget.rows, ...budget.bare]) {
    const facts = { namaSubKegiatan: name, verified, ...factsOf(rowsOfCode(budget, code), ceiling) }
    if (!own.has(code)) own.set(code, { value: code, label: { id: name, en: name }, facts })
  }
  return {
    ...references,
    [nomenclature]: [...Array.from(own.values()), ...listed.filter(({ value }) => !own.has(value))],
  }
}

function factsOf(rows: readonly BudgetRow[], ceiling: string): Record<string, string> {
  const paguSipd = String(rows.reduce((sum, row) => sum + row.ceiling, 0))
  const [one] = rows
  if (one === undefined || one.source === null || rows.length > 1) return { paguSipd }
  return { paguSipd, sumberDana: one.source, [ceiling]: String(one.ceiling) }
}
