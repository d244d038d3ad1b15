/** A budget as its coordinator sees it: whose each unit is, what nobody has, which source each fund is, with the money of each. */
import type { ReferenceLists } from '../../schema/form.ts'
import type { Agency } from '../../schema/region.ts'
import type { BudgetContent } from '../../schema/sipd/budget.ts'
import { sourceOf } from '../../schema/sipd/fund-rules.ts'
import { ownerOf, ownersIn, unitKey } from '../../schema/sipd/unit-owners.ts'
import { ownerSuggester } from './suggest-owners.ts'

/** `owner`: decided; `suggested` only where nothing is. Amounts in rupiah with cents. */
export type ReportedUnit = {
  key: string
  code: string
  name: string
  skpdCode: string
  skpdName: string
  owner: string | null
  suggested: string | null
  amount: number
}
export type ReportedFund = { code: string; name: string; source: string | null; amount: number }
export type BudgetReport = { units: ReportedUnit[]; funds: ReportedFund[]; total: number; owned: number }

type Region = { readonly references: ReferenceLists; readonly agencies: readonly Agency[]; readonly name: string }

export function reportBudget(content: BudgetContent, { references, agencies, name }: Region): BudgetReport {
  const owners = ownersIn(references)
  const suggest = ownerSuggester(agencies, name)
  const known = new Set(agencies.map(({ id }) => id))
  const moneyOf = (part: 0 | 2) => {
    const sums = new Map<number, number>()
    for (const line of content.lines) sums.set(line[part], (sums.get(line[part]) ?? 0) + Math.round(line[3] * 100))
    return (at: number) => (sums.get(at) ?? 0) / 100
  }
  const [ofUnit, ofFund] = [moneyOf(0), moneyOf(2)]
  const units = content.units.map((unit, at): ReportedUnit => {
    const owner = ownerOf(unit, owners) ?? null
    const suggested = owner === null ? (suggest(unit) ?? suggest({ name: unit.skpdName }) ?? null) : null
    return { key: unitKey(unit), ...unit, owner, suggested, amount: ofUnit(at) }
  })
  const funds = content.funds.map((fund, at) => ({
    ...fund,
    source: sourceOf(fund, references) ?? null,
    amount: ofFund(at),
  }))
  const sum = (of: readonly { amount: number }[]) =>
    of.reduce((all, { amount }) => all + Math.round(amount * 100), 0) / 100
  return {
    units: units.sort((a, b) => b.amount - a.amount),
    funds: funds.sort((a, b) => b.amount - a.amount),
    total: sum(units),
    owned: sum(units.filter(({ owner }) => owner !== null && known.has(owner))),
  }
}
