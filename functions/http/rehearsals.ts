/** Rehearsal rounds: copy a round into one, see which there are, read its clock and move it. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { catchUp } from '../domain/rehearsal/catch-up.ts'
import { createRehearsal } from '../domain/rehearsal/create-rehearsal.ts'
import { moveClock } from '../domain/rehearsal/move-clock.ts'
import { putAway } from '../domain/rehearsal/put-away.ts'
import { clockOf } from '../domain/rehearsal/rehearsal-clock.ts'
import { loadRound } from '../domain/round/load-round.ts'
import { awayRequestSchema, clockStepSchema, rehearsalClockSchema } from '../schema/rehearsal.ts'
import { roundSchema } from '../schema/round.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { roundSummaryView } from './round-view.ts'
import { body, json, resource } from './route.ts'
import { roundParams, roundSummarySchema } from './shapes.ts'

const rehearsalSchema = roundSummarySchema.extend({ of: z.string(), clock: rehearsalClockSchema, away: z.boolean() })
export type RehearsalSummary = z.infer<typeof rehearsalSchema>

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rehearsals',
    responses: { 200: json(z.object({ rehearsals: z.array(rehearsalSchema) }), 'The newest first.') },
  })
const creationRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/rehearsals',
    request: { params: roundParams },
    responses: { 201: json(roundSchema, 'The rehearsal, whose clock stands at the opening.') },
  })
const awayRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/rounds/{round}/rehearsal',
    request: { params: roundParams, body: body(awayRequestSchema) },
    responses: { 204: { description: 'The rehearsal is out of the list, or in it again.' } },
  })
const clockRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}/clock',
    request: { params: roundParams },
    responses: { 200: json(rehearsalClockSchema, 'The rehearsal’s own time; 404 for any other round.') },
  })
const moveRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/clock',
    request: { params: roundParams, body: body(clockStepSchema) },
    responses: { 200: json(rehearsalClockSchema, 'All mails that fell due on the way are captured.') },
  })

export const rehearsalRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const ids = await deps.rounds.listRehearsals(region)
      const all = await Promise.all(ids.map((id) => deps.rounds.load(region, id)))
      const rehearsals = all
        .flatMap((facts) => {
          const of = facts?.round.rehearsal?.of
          if (facts === undefined || of === undefined) return []
          return [
            {
              facts,
              view: {
                ...roundSummaryView(facts.round),
                of,
                clock: clockOf(facts),
                away: facts.round.rehearsal?.awayAt !== undefined,
              },
            },
          ]
        })
        .toSorted((a, b) => b.facts.round.at.localeCompare(a.facts.round.at))
        .map(({ view }) => view)
      return c.json({ rehearsals }, 200)
    })
    .openapi(creationRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const input = { region, round: c.req.valid('param').round, by: person.id }
      const round = await createRehearsal(deps.clock(), deps, input)
      await catchUp(deps, region, round.id)
      return c.json(round, 201)
    })
    .openapi(awayRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const order = { region, round: c.req.valid('param').round, by: person.id, ...c.req.valid('json') }
      await putAway(deps.clock(), deps, order)
      return c.body(null, 204)
    })
    .openapi(clockRoute(deps), async (c) => {
      const { facts } = await loadRound(deps, c.var.signedIn.region, c.req.valid('param').round)
      return c.json(clockOf(facts), 200)
    })
    .openapi(moveRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const order = { region, round: c.req.valid('param').round, by: person.id, ...c.req.valid('json') }
      // The real moment, for the audit trail: the request's own is the rehearsal's.
      return c.json(await moveClock(deps.clock(), deps, order), 200)
    })
