/**
 * Cuts budgets into what is each agency's: sums over its units, by sub kegiatan and source. Several funds of SIPD that are one source
 * are summed; cents are rounded in the sum. What comes to nothing is said to be without money.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type { AgencyBudget, BudgetRow, OwnBudgets } from '../../schema/sipd/agency-budget.ts'
import type { BudgetContent, BudgetFact } from '../../schema/sipd/budget.ts'
import { sourceOf } from '../../schema/sipd/fund-rules.ts'
import { documentOf } from '../../schema/sipd/stages.ts'
import { nobody, ownerOf, ownersIn } from '../../schema/sipd/unit-owners.ts'
import { type Budgets, newestOfStages, newestSpending } from './budgets.ts'

export type BudgetsByAgency = ReadonlyMap<string, readonly AgencyBudget[]>
type Parts = { readonly references: ReferenceLists; readonly zone: string }

/** So many of the newest stages are compared with; of a document whose stages are all older, its newest too. */
const comparedStages = 4

/** Of each stage the newest number, the newest stage last. */
function comparedBudgets(facts: readonly BudgetFact[]): BudgetFact[] {
  const all = newestOfStages(facts)
  const isLastOfDocument = ({ stage }: BudgetFact, at: number) =>
    !all.slice(at + 1).some((later) => documentOf(later.stage) === documentOf(stage))
  return all.filter((fact, at) => at >= all.length - comparedStages || isLastOfDocument(fact, at))
}

/** `contents` are kept by the caller between runs: they are named by their hash and never change. */
export async function loadAgencyBudgets(
  budgets: Pick<Budgets, 'list' | 'content'>,
  { region, year }: { region: string; year: number },
  { references, zone, contents = new Map() }: Parts & { contents?: Map<string, BudgetContent> },
): Promise<BudgetsByAgency> {
  const facts = comparedBudgets(await budgets.list(region, year))
  const byAgency = new Map<string, AgencyBudget[]>()
  for (const fact of facts) {
    const content = contents.get(fact.sha256) ?? (await budgets.content(region, fact))
    if (contents.size > 20) contents.clear()
    contents.set(fact.sha256, content)
    for (const [agencyId, budget] of cutByAgency(fact, content, { references, zone }))
      byAgency.set(agencyId, [...(byAgency.get(agencyId) ?? []), budget])
  }
  return byAgency
}

/** One agency's, with what it spent. */
export async function loadOwnBudgets(
  budgets: Pick<Budgets, 'list' | 'content'>,
  { region, year, agencyId }: { region: string; year: number; agencyId: string },
  parts: Parts,
): Promise<OwnBudgets> {
  const facts = await budgets.list(region, year)
  const own = (await loadAgencyBudgets({ ...budgets, list: async () => facts }, { region, year }, parts)).get(agencyId)
  const spending = newestSpending(facts)
  const content = spending && (await budgets.content(region, spending))
  return { budgets: [...(own ?? [])], spent: content === undefined ? null : spentBy(agencyId, content, parts) }
}

function spentBy(agencyId: string, { units, activities, lines }: BudgetContent, { references }: Parts) {
  const owners = ownersIn(references)
  const sums = new Map<string, number>()
  for (const [unit, activity, , amount] of lines) {
    const [of, { code } = { code: '' }] = [units[unit], activities[activity]]
    if (of === undefined || ownerOf(of, owners) !== agencyId) continue
    sums.set(code, (sums.get(code) ?? 0) + Math.round(amount * 100))
  }
  return [...sums].map(([code, cents]) => ({ code, amount: Math.round(cents / 100) }))
}

type Sum = { row: BudgetRow; cents: number }

export function cutByAgency(
  { stage, number, at }: Pick<BudgetFact, 'stage' | 'number' | 'at'>,
  content: BudgetContent,
  { references, zone }: Parts,
): Map<string, AgencyBudget> {
  const owners = ownersIn(references)
  const unitOwners = content.units.map((unit) => ownerOf(unit, owners))
  const sources = content.funds.map((fund) => sourceOf(fund, references))
  const sums = new Map<string, Map<string, Sum>>()
  const sumOf = (agencyId: string, key: string, make: () => BudgetRow): Sum => {
    const own = sums.get(agencyId) ?? new Map<string, Sum>()
    sums.set(agencyId, own)
    const known = own.get(key) ?? { row: make(), cents: 0 }
    own.set(key, known)
    return known
  }
  for (const [unitAt, activityAt, fundAt, amount] of content.lines) {
    const [owner, activity, fund] = [unitOwners[unitAt], content.activities[activityAt], content.funds[fundAt]]
    if (owner === undefined || owner === nobody || activity === undefined || fund === undefined) continue
    const source = sources[fundAt] ?? null
    const sum = sumOf(owner, `${activity.code} ${source ?? `? ${fund.name}`}`, () => ({
      ...activity,
      source,
      funds: [],
      units: [],
      ceiling: 0,
    }))
    sum.cents += Math.round(amount * 100)
    addOnce(sum.row.funds, fund.name)
    addOnce(sum.row.units, content.units[unitAt]?.name ?? '')
  }
  return budgetsOf(content, { unitOwners, sums, head: { stage, number, loadedOn: localDateOf(new Date(at), zone) } })
}

type Cut = {
  readonly unitOwners: readonly (string | undefined)[]
  readonly sums: ReadonlyMap<string, ReadonlyMap<string, Sum>>
  readonly head: Pick<AgencyBudget, 'stage' | 'number' | 'loadedOn'>
}

function budgetsOf(content: BudgetContent, { unitOwners, sums, head }: Cut): Map<string, AgencyBudget> {
  const result = new Map<string, AgencyBudget>()
  for (const agencyId of new Set(unitOwners)) {
    if (agencyId === undefined || agencyId === nobody) continue
    const all = [...(sums.get(agencyId)?.values() ?? [])].map(({ row, cents }) => ({
      ...row,
      ceiling: Math.round(cents / 100),
    }))
    const rows = all
      .filter(({ ceiling }) => ceiling > 0)
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    const paid = new Set(rows.map(({ code }) => code))
    const bare = new Map(all.filter(({ code }) => !paid.has(code)).map(({ code, name }) => [code, name]))
    for (const [unit, activity] of content.bare) {
      const named = content.activities[activity]
      if (named !== undefined && unitOwners[unit] === agencyId && !paid.has(named.code))
        bare.set(named.code, named.name)
    }
    result.set(agencyId, { ...head, rows, bare: [...bare].map(([code, name]) => ({ code, name })) })
  }
  return result
}

function addOnce(list: string[], value: string): void {
  if (value !== '' && !list.includes(value)) list.push(value)
}
