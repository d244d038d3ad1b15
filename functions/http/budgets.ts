/** Budgets out of SIPD: sums are loaded by coordinators; each agency reads what is its own. */

import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { acceptBudget } from '../domain/budgets/accept-budget.ts'
import { loadOwnBudgets } from '../domain/budgets/agency-budgets.ts'
import { budgetDifference } from '../domain/budgets/budget-difference.ts'
import { reportBudget } from '../domain/budgets/budget-report.ts'
import { confirmMatches } from '../domain/budgets/confirm-matches.ts'
import { Refused } from '../domain/refusal.ts'
import { onOneLine } from '../schema/hidden-characters.ts'
import { agencyIdSchema } from '../schema/ids.ts'
import { ownBudgetsSchema } from '../schema/sipd/agency-budget.ts'
import { type BudgetFact, budgetFactSchema, budgetKindSchema, budgetUploadSchema } from '../schema/sipd/budget.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { named } from './named.ts'
import { body, json, resource } from './route.ts'

const yearSchema = z.coerce.number().int().min(2_000).max(2_100)
const budgetParams = z.object({ year: yearSchema, stage: budgetKindSchema, number: z.coerce.number().int().min(1) })
const agencyParams = z.object({ year: yearSchema, agency: agencyIdSchema })
const otherQuery = z.object({ stage: budgetKindSchema, number: z.coerce.number().int().min(1) })

const toldFactSchema = budgetFactSchema.extend({ byName: z.string() })
export type ToldBudget = z.infer<typeof toldFactSchema>
const reportSchema = z.object({
  fact: toldFactSchema,
  units: z.array(
    z.object({
      key: z.string(),
      code: z.string(),
      name: z.string(),
      skpdCode: z.string(),
      skpdName: z.string(),
      owner: z.string().nullable(),
      suggested: z.string().nullable(),
      amount: z.number(),
    }),
  ),
  funds: z.array(z.object({ code: z.string(), name: z.string(), source: z.string().nullable(), amount: z.number() })),
  total: z.number(),
  owned: z.number(),
})
export type BudgetReportView = z.infer<typeof reportSchema>
const differenceSchema = z.object({
  changed: z.array(
    z.object({
      unit: z.string(),
      code: z.string(),
      name: z.string(),
      fund: z.string(),
      before: z.number(),
      after: z.number(),
    }),
  ),
  count: z.int(),
  before: z.number(),
  after: z.number(),
  same: z.int(),
})
export type BudgetDifferenceView = z.infer<typeof differenceSchema>
/** Names stand as SIPD has them, which nobody can mend here. */
const text = z.string().transform(onOneLine).pipe(z.string().min(1).max(1_000))
const matchesSchema = z.object({
  units: z.array(z.object({ code: z.string().max(200), name: text, agencyId: z.string().max(100) })).max(3_000),
  funds: z.array(z.object({ code: z.string().max(60), name: text, source: z.string().max(100) })).max(2_000),
})
export type MatchesRequest = z.infer<typeof matchesSchema>

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/budgets',
    responses: {
      200: json(
        z.object({ budgets: z.array(toldFactSchema) }),
        'All that were loaded, the newest first; none is ever changed.',
      ),
    },
  })
const loadRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/budgets',
    request: { body: body(budgetUploadSchema) },
    responses: {
      201: json(toldFactSchema, 'The new budget.'),
      200: json(toldFactSchema, 'The same sums stand there already.'),
    },
  })
const matchRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/budgets/matches',
    request: { body: body(matchesSchema) },
    responses: { 200: json(z.object({}), 'Remembered: whose these units are, and which sources these funds are.') },
  })
const ownRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path: '/api/budgets/{year}/agencies/{agency}',
    request: { params: agencyParams },
    responses: { 200: json(ownBudgetsSchema, 'What is this agency’s of the newest budgets; the newest stage last.') },
  })
const reportRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/budgets/{year}/{stage}/{number}',
    request: { params: budgetParams },
    responses: { 200: json(reportSchema, 'Its units and funds, with whose and which they are, and their money.') },
  })
const differenceRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/budgets/{year}/{stage}/{number}/difference',
    request: { params: budgetParams, query: otherQuery },
    responses: {
      200: json(differenceSchema, 'What changed since the budget that the query names, the largest first.'),
    },
  })

async function factOf({ budgets }: Deps, region: string, asked: { year: number; stage: string; number: number }) {
  const facts = await budgets.list(region, asked.year)
  const fact = facts.find(({ stage, number }) => stage === asked.stage && number === asked.number)
  if (fact === undefined) throw new Refused({ code: 'not-found', what: 'budget' })
  return fact
}

const told = async (deps: Deps, region: string, fact: BudgetFact) => {
  const [one] = await named(deps, region, [fact])
  return one ?? { ...fact, byName: fact.by }
}

async function placeOf({ regions }: Deps, region: string) {
  const [facts, references] = await Promise.all([regions.load(region), regions.references(region)])
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  return { agencies: facts.agencies, name: facts.settings.name.id, zone: facts.settings.zone, references }
}

export const budgetRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const years = await deps.budgets.years(region)
      const facts = (await Promise.all(years.map((year) => deps.budgets.list(region, year)))).flat()
      const newestFirst = facts.toSorted((a, b) => (a.at < b.at ? 1 : -1))
      return c.json({ budgets: await named(deps, region, newestFirst) }, 200)
    })
    .openapi(loadRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const upload = { region, by: person.id, upload: c.req.valid('json') }
      const { fact, isNew } = await acceptBudget(c.var.now, deps.budgets, upload)
      return c.json(await told(deps, region, fact), isNew ? 201 : 200)
    })
    .openapi(matchRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await confirmMatches(c.var.now, deps, { region, by: person.id, matches: c.req.valid('json') })
      return c.json({}, 200)
    })
    .openapi(ownRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const { year, agency } = c.req.valid('param')
      const { agencies, ...parts } = await placeOf(deps, region)
      if (!agencies.some(({ id }) => id === agency)) throw new Refused({ code: 'not-found', what: 'agency' })
      return c.json(await loadOwnBudgets(deps.budgets, { region, year, agencyId: agency }, parts), 200)
    })
    .openapi(reportRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const [fact, place] = await Promise.all([factOf(deps, region, c.req.valid('param')), placeOf(deps, region)])
      const report = reportBudget(await deps.budgets.content(region, fact), place)
      return c.json({ fact: await told(deps, region, fact), ...report }, 200)
    })
    .openapi(differenceRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const { year } = c.req.valid('param')
      const [after, before] = await Promise.all([
        factOf(deps, region, c.req.valid('param')),
        factOf(deps, region, { year, ...c.req.valid('query') }),
      ])
      const contents = await Promise.all([before, after].map((fact) => deps.budgets.content(region, fact)))
      const [old, now] = contents
      if (old === undefined || now === undefined) throw new Error('a content is missing')
      return c.json(budgetDifference(old, now), 200)
    })
