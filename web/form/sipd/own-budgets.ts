/** What SIPD has for the agency of the open form. It is fetched with the panel that fills rows from it; checks and suggestions follow. */
import { signal } from '@preact/signals'
import type { ReferenceEntry, ReferenceLists } from '../../../functions/schema/form.ts'
import type { AgencyBudget, OwnBudgets } from '../../../functions/schema/sipd/agency-budget.ts'

/** `year`: of the budgets, which for a review is the year before the round's. */
export type KnownBudgets = OwnBudgets & { readonly agency: string; readonly year: number }
export const ownBudgets = signal<KnownBudgets | undefined>(undefined)

const nomenclature = 'sub-kegiatan'

/** The agency's own codes stand first among the suggestions, those with money before all. */
export function withBudget(references: ReferenceLists, known: KnownBudgets): ReferenceLists {
  const budget = known.budgets[known.budgets.length - 1]
  if (budget === undefined) return references
  const listed = references[nomenclature] ?? []
  const own = new Map<string, ReferenceEntry>()
  const verified = listed[0]?.facts?.verified ?? 'no'
  for (const { code, name } of [...budget.rows, ...budget.bare]) {
    const facts = { namaSubKegiatan: name, verified, ...onlySource(budget, code) }
    if (!own.has(code)) own.set(code, { value: code, label: { id: name, en: name }, facts })
  }
  return {
    ...references,
    [nomenclature]: [...Array.from(own.values()), ...listed.filter(({ value }) => !own.has(value))],
  }
}

function onlySource({ rows }: AgencyBudget, code: string): Record<string, string> {
  const [one, ...more] = rows.filter((row) => row.code === code)
  return one === undefined || one.source === null || more.length > 0 ? {} : { sumberDana: one.source }
}
