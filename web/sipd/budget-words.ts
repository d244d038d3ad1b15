/** How budgets are called, and which of them count. */
import { formatRupiah } from '../../functions/schema/formats.ts'
import { stageRank, stageWords } from '../../functions/schema/sipd/stages.ts'
import type { ToldBudget } from '../api/budgets.ts'
import { language, say } from '../wording/language.ts'
import { sipdWording as words } from '../wording/sipd.ts'

/** Whole rupiah: cents are rounded in the sum. */
export function money(amount: number): string {
  return formatRupiah(Math.round(amount), language.value)
}

export function stageName({ year, stage, number }: Pick<ToldBudget, 'year' | 'stage' | 'number'>): string {
  const name = stage === 'realisasi' ? say(words.spendingStage) : say(stageWords(stage))
  return `${year} · ${name}${number > 1 ? ` (${number})` : ''}`
}

/** Of each year the newest number of the newest stage, and the newest report of spending. */
export function newestNames(budgets: readonly ToldBudget[]): ReadonlySet<ToldBudget> {
  const newest = new Map<string, ToldBudget>()
  for (const budget of budgets) {
    const kind = `${budget.year} ${budget.stage === 'realisasi'}`
    const known = newest.get(kind)
    const [a, b] = [stageRank(budget.stage), known === undefined ? -2 : stageRank(known.stage)]
    if (known === undefined || a > b || (a === b && budget.number > known.number)) newest.set(kind, budget)
  }
  return new Set(Array.from(newest.values()))
}

/** Those of its year and kind: what came right before it first, then further back, then what came after. */
export function comparedWith(
  { year, stage, number }: Pick<ToldBudget, 'year' | 'stage' | 'number'>,
  budgets: readonly ToldBudget[],
): readonly ToldBudget[] {
  const order = (of: Pick<ToldBudget, 'stage' | 'number'>) => stageRank(of.stage) * 100_000 + of.number
  const own = order({ stage, number })
  return budgets
    .filter((each) => each.year === year && (each.stage === 'realisasi') === (stage === 'realisasi'))
    .filter((each) => order(each) !== own)
    .sort((a, b) => Number(order(a) > own) - Number(order(b) > own) || order(b) - order(a))
}
