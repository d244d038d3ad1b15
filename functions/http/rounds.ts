/** Rounds: which there are, and one with its dates, agencies and forms, each as far as the caller may know it. */
import { createRoute, z } from '@hono/zod-openapi'
import { loadRound } from '../domain/round/load-round.ts'
import { access, maySee } from './access.ts'
import type { Deps } from './deps.ts'
import { roundSummaryView, roundView } from './round-view.ts'
import { json, resource } from './route.ts'
import { roundParams, roundSummarySchema, roundViewSchema } from './shapes.ts'

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds',
    responses: { 200: json(z.object({ rounds: z.array(roundSummarySchema) }), 'Newest first.') },
  })
const oneRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}',
    request: { params: roundParams },
    responses: { 200: json(roundViewSchema, 'The round as far as the caller may see it.') },
  })

export const roundRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const ids = await deps.rounds.list(region)
      const facts = await Promise.all(ids.map((id) => deps.rounds.load(region, id)))
      const rounds = facts
        .flatMap((each) => (each === undefined ? [] : [each.round]))
        .filter((round) => round.assignments.some(({ agencyId }) => maySee(person, agencyId)))
        .sort((a, b) => b.opensOn.localeCompare(a.opensOn))
      return c.json({ rounds: rounds.map(roundSummaryView) }, 200)
    })
    .openapi(oneRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const state = await loadRound(deps, region, c.req.valid('param').round)
      return c.json(await roundView(deps, state, person), 200)
    })
