/** Takes the sums of a file as the next budget of its year and stage. The same sums again are the budget that stands already. */
import type { BudgetContent, BudgetFact, BudgetUpload } from '../../schema/sipd/budget.ts'
import { contentHash } from '../content-hash.ts'
import { Refused } from '../refusal.ts'
import type { Budgets } from './budgets.ts'

export type AcceptedBudget = { readonly fact: BudgetFact; readonly isNew: boolean }
type Upload = { readonly region: string; readonly by: string; readonly upload: BudgetUpload }

/** Refuses with `malformed-request` where parts name what is not there. */
export async function acceptBudget(now: Date, budgets: Budgets, input: Upload): Promise<AcceptedBudget> {
  const { region, by, upload } = input
  const { content, ...told } = upload
  assertWhole(content, upload.stage === 'realisasi')
  const sha256 = contentHash(content)
  const standing = (await budgets.list(region, upload.year)).filter(({ stage }) => stage === upload.stage)
  const last = standing.sort((a, b) => b.number - a.number)[0]
  if (last?.sha256 === sha256) return { fact: last, isNew: false }
  const fact: BudgetFact = {
    ...told,
    at: now.toISOString(),
    by,
    number: (last?.number ?? 0) + 1,
    total: content.lines.reduce((sum, [, , , amount]) => sum + Math.round(amount * 100), 0) / 100,
    units: content.units.length,
    lines: content.lines.length,
    sha256,
  }
  return (await budgets.insert(region, fact, content)) ? { fact, isNew: true } : acceptBudget(now, budgets, input)
}

function assertWhole({ units, activities, funds, lines, bare }: BudgetContent, spending: boolean): void {
  const sound =
    lines.every(
      ([unit, activity, fund]) =>
        unit < units.length &&
        activity < activities.length &&
        (spending ? fund === -1 : fund >= 0 && fund < funds.length),
    ) && bare.every(([unit, activity]) => unit < units.length && activity < activities.length)
  if (sound && lines.length + bare.length > 0) return
  const message = 'Lines must name units, activities and funds of the lists beside them, and there must be some.'
  throw new Refused({ code: 'malformed-request', errors: [{ pointer: '#/content/lines', message }] })
}
