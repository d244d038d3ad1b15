/** The port to budgets out of SIPD: facts that are inserted and never changed, each with the sums that it holds. */
import type { BudgetContent, BudgetFact } from '../../schema/sipd/budget.ts'
import { stageRank } from '../../schema/sipd/stages.ts'

export type Budgets = {
  /** Years of which anything is loaded, ascending. */
  years(region: string): Promise<number[]>
  /** All of a year, in no order. */
  list(region: string, year: number): Promise<BudgetFact[]>
  /** Throws where it is missing or altered. */
  content(region: string, fact: Pick<BudgetFact, 'sha256'>): Promise<BudgetContent>
  /** `false`: somebody else's took that number. */
  insert(region: string, fact: BudgetFact, content: BudgetContent): Promise<boolean>
}

/** Of each stage the last number counts; the newest stage last. What was spent is no stage. */
export function newestOfStages(facts: readonly BudgetFact[]): BudgetFact[] {
  const newest = new Map<string, BudgetFact>()
  for (const fact of facts) {
    const known = newest.get(fact.stage)
    if (fact.stage !== 'realisasi' && (known === undefined || known.number < fact.number)) newest.set(fact.stage, fact)
  }
  return [...newest.values()].sort((a, b) => stageRank(a.stage) - stageRank(b.stage))
}

export function newestSpending(facts: readonly BudgetFact[]): BudgetFact | undefined {
  return facts.filter(({ stage }) => stage === 'realisasi').sort((a, b) => b.number - a.number)[0]
}
