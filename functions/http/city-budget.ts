/** What is tagged in the whole city against what SIPD has, by agency. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { loadCityBudget } from '../domain/results/city-budget.ts'
import { loadResults } from '../domain/results/round-results.ts'
import { agencyIdSchema } from '../schema/ids.ts'
import { wordingSchema } from '../schema/wording.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { asReader } from './request.ts'
import { json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const money = z.int()
export const cityBudgetSchema = z.object({
  stage: z.string().nullable(),
  agencies: z.array(
    z.object({
      agencyId: agencyIdSchema,
      name: wordingSchema,
      shortName: z.string(),
      sent: z.boolean(),
      tagged: money,
      mapped: money,
      untagged: money,
      untaggedCodes: z.array(z.string()),
    }),
  ),
  tagged: money,
  mapped: money,
  untagged: money,
})
export type CityBudgetView = z.infer<typeof cityBudgetSchema>

const cityRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/city-budget',
    request: { params: roundParams },
    responses: { 200: json(cityBudgetSchema, 'Whole rupiah, without money outside the city’s own budget.') },
  })

export const cityBudgetRoutes = (deps: Deps) =>
  resource().openapi(cityRoute(deps), async (c) => {
    const { region } = c.var.signedIn
    const { round } = c.req.valid('param')
    const parts = await loadResults(c.var.now, asReader(deps, c), { region, round })
    return c.json(await loadCityBudget(deps.budgets, parts), 200)
  })
