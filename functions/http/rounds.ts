/** Rounds: which there are, and one with its dates, agencies and forms, each as far as the caller may know it. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { byStage, lastClosesOn, stageOf } from '../domain/round/round-stage.ts'
import { isDraft } from '../domain/round/windows.ts'
import { localDateSchema } from '../schema/ids.ts'
import { access, isWide, maySee } from './access.ts'
import type { Deps } from './deps.ts'
import { roundSummaryView, roundView } from './round-view.ts'
import { json, resource } from './route.ts'
import { roundParams, roundSummarySchema, roundViewSchema } from './shapes.ts'

/** `lastClosesOn`: the last day for any agency that the reader may see, after extensions and with corrections. */
const listedRoundSchema = roundSummarySchema.extend({
  stage: z.enum(['draft', 'upcoming', 'open', 'closed']),
  lastClosesOn: localDateSchema,
})
export type ListedRound = z.infer<typeof listedRoundSchema>

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds',
    responses: {
      200: json(
        z.object({ rounds: z.array(listedRoundSchema) }),
        'Opened rounds, the newest first; then those to come and, for coordinators and viewers, drafts.',
      ),
    },
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
      const { region, person, seen } = c.var.signedIn
      const own = isWide(person) ? undefined : person.agencyIds
      const ids = await deps.rounds.list(region)
      const [place, facts] = await Promise.all([
        deps.regions.directory(region, seen),
        Promise.all(ids.map((id) => deps.rounds.loadDecisions(region, id, own))),
      ])
      const zone = place?.settings.zone ?? 'UTC'
      const concerns = (agencyId: string) => maySee(person, agencyId)
      const rounds = facts
        .flatMap((each) => each ?? [])
        .filter(({ round }) => round.assignments.some(({ agencyId }) => concerns(agencyId)))
        .filter((each) => isWide(person) || !isDraft(each))
        .map((each) => ({
          round: each.round,
          stage: stageOf(c.var.now, each, zone, concerns),
          lastClosesOn: lastClosesOn(each, zone, concerns),
        }))
        .sort(byStage)
      return c.json({ rounds: rounds.map(({ round, ...now }) => ({ ...roundSummaryView(round), ...now })) }, 200)
    })
    .openapi(oneRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const [facts, place] = await Promise.all([
        deps.rounds.loadFrame(region, c.req.valid('param').round),
        deps.regions.directory(region),
      ])
      if (facts === undefined || place === undefined || (!isWide(person) && isDraft(facts)))
        throw new Refused({ code: 'not-found', what: 'round' })
      return c.json(await roundView(deps, { facts, region: place }, person), 200)
    })
