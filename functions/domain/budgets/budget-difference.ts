/** What changed between two budgets: by unit, sub kegiatan and fund, the largest change first. */
import type { BudgetContent } from '../../schema/sipd/budget.ts'
import type { SipdFund } from '../../schema/sipd/fund-rules.ts'
import { plainName } from '../../schema/sipd/plain-name.ts'
import { unitKey } from '../../schema/sipd/unit-owners.ts'

/** Rupiah with cents; 0 where it is not in that budget. */
export type ChangedLine = { unit: string; code: string; name: string; fund: string; before: number; after: number }
export type BudgetDifference = { changed: ChangedLine[]; count: number; before: number; after: number; same: number }

const most = 500

export function budgetDifference(before: BudgetContent, after: BudgetContent): BudgetDifference {
  const lines = new Map<string, ChangedLine>()
  const twice = namesOfTwo([...before.funds, ...after.funds])
  const add = (content: BudgetContent, side: 'before' | 'after') => {
    for (const [unitAt, activityAt, fundAt, amount] of content.lines) {
      const [unit, activity, fund] = [content.units[unitAt], content.activities[activityAt], content.funds[fundAt]]
      if (unit === undefined || activity === undefined) continue
      const key = `${unitKey(unit)} ${activity.code} ${fund === undefined ? '' : fundKey(fund, twice)}`
      const line = lines.get(key) ?? {
        unit: unit.name,
        code: activity.code,
        name: activity.name,
        fund: fund?.name ?? '',
        before: 0,
        after: 0,
      }
      line[side] += amount
      lines.set(key, line)
    }
  }
  add(before, 'before')
  add(after, 'after')
  const moved = (line: ChangedLine) => Math.abs(line.after - line.before)
  const changed = [...lines.values()].filter((line) => moved(line) >= 0.005).sort((a, b) => moved(b) - moved(a))
  const sum = (side: 'before' | 'after') =>
    [...lines.values()].reduce((all, line) => all + Math.round(line[side] * 100), 0) / 100
  return {
    changed: changed.slice(0, most),
    count: changed.length,
    before: sum('before'),
    after: sum('after'),
    same: lines.size - changed.length,
  }
}

/** By name, for codes come damaged out of Excel and were renumbered; the first figure only where one name is two funds. */
function fundKey({ code, name }: SipdFund, twice: ReadonlySet<string>): string {
  const plain = plainName(name)
  return twice.has(plain) ? `${code.slice(0, 1)} ${plain}` : plain
}

/** Names that stand under general and under earmarked money alike. */
function namesOfTwo(funds: readonly SipdFund[]): Set<string> {
  const first = new Map<string, string>()
  const twice = new Set<string>()
  for (const { code, name } of funds) {
    const [plain, digit] = [plainName(name), code.slice(0, 1)]
    const known = first.get(plain)
    if (digit !== '' && known !== undefined && known !== digit) twice.add(plain)
    if (digit !== '') first.set(plain, digit)
  }
  return twice
}
