/** Budgets out of SIPD. */
import type {
  BudgetDifferenceView,
  BudgetReportView,
  MatchesRequest,
  ToldBudget,
} from '../../functions/http/budgets.ts'
import type { CityBudgetView } from '../../functions/http/city-budget.ts'
import type { OwnBudgets } from '../../functions/schema/sipd/agency-budget.ts'
import type { BudgetUpload } from '../../functions/schema/sipd/budget.ts'
import { request } from './request.ts'

export type {
  BudgetDifferenceView,
  BudgetReportView,
  MatchesRequest,
  ToldBudget,
} from '../../functions/http/budgets.ts'
export type { CityBudgetView } from '../../functions/http/city-budget.ts'
export type BudgetName = Pick<ToldBudget, 'year' | 'stage' | 'number'>

const pathOf = ({ year, stage, number }: BudgetName) => `/api/budgets/${year}/${encodeURIComponent(stage)}/${number}`

export async function fetchBudgets(): Promise<readonly ToldBudget[]> {
  return (await request<{ budgets: ToldBudget[] }>('GET', '/api/budgets')).body.budgets
}

/** `isNew: false`: the same sums stood there already. */
export async function loadBudget(upload: BudgetUpload): Promise<{ budget: ToldBudget; isNew: boolean }> {
  const { body, status } = await request<ToldBudget>('POST', '/api/budgets', { body: upload })
  return { budget: body, isNew: status === 201 }
}

export async function fetchReport(name: BudgetName): Promise<BudgetReportView> {
  return (await request<BudgetReportView>('GET', pathOf(name))).body
}

export async function fetchBudgetDifference(after: BudgetName, before: BudgetName): Promise<BudgetDifferenceView> {
  const path = `${pathOf(after)}/difference?stage=${encodeURIComponent(before.stage)}&number=${before.number}`
  return (await request<BudgetDifferenceView>('GET', path)).body
}

export async function confirmMatches(matches: MatchesRequest): Promise<void> {
  await request('PUT', '/api/budgets/matches', { body: matches })
}

export async function fetchOwnBudgets(year: number, agency: string): Promise<OwnBudgets> {
  return (await request<OwnBudgets>('GET', `/api/budgets/${year}/agencies/${encodeURIComponent(agency)}`)).body
}

export async function fetchCityBudget(round: string): Promise<CityBudgetView> {
  return (await request<CityBudgetView>('GET', `/api/rounds/${encodeURIComponent(round)}/city-budget`)).body
}
