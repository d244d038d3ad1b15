/** More time: an agency asks for working days with a reason, a coordinator grants or refuses. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { askExtension, decideExtension, extensionViews } from '../domain/round/extension-requests.ts'
import { loadTasks } from '../domain/round/load-round.ts'
import { extensionAskSchema, extensionDecisionSchema, extensionViewSchema } from '../schema/extension.ts'
import { access, accessByBody, checkOwnAgency, isWide, maySee } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const path = '/api/rounds/{round}/extension-requests'
const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path,
    request: { params: roundParams },
    responses: {
      200: json(z.object({ requests: z.array(extensionViewSchema) }), 'Newest first, as far as one may know.'),
    },
  })
const askRoute = (deps: Deps) =>
  createRoute({
    ...accessByBody(deps),
    method: 'post',
    path,
    request: { params: roundParams, body: body(extensionAskSchema) },
    responses: { 201: json(extensionViewSchema, 'Asked. The coordinator is told by mail.') },
  })
const decideRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: `${path}/{id}/decision`,
    request: { params: roundParams.extend({ id: z.string().max(40) }), body: body(extensionDecisionSchema) },
    responses: { 200: json(extensionViewSchema, 'Decided. A grant is a window of the round.') },
  })

export const extensionRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const own = isWide(person) ? undefined : person.agencyIds
      const state = await loadTasks(deps, { region, round: c.req.valid('param').round }, own)
      return c.json({ requests: extensionViews(state, (agencyId) => maySee(person, agencyId)) }, 200)
    })
    .openapi(askRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const ask = c.req.valid('json')
      checkOwnAgency(person, ask.agencyId)
      const asked = await askExtension(c.var.now, deps, { region, round, by: person.id, ...ask })
      await afterCommit(c, deps, region, round)
      return c.json(asked, 201)
    })
    .openapi(decideRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round, id } = c.req.valid('param')
      const decision = c.req.valid('json')
      const number = Number(id)
      const decided = await decideExtension(c.var.now, deps, { region, round, by: person.id, number, decision })
      await afterCommit(c, deps, region, round)
      return c.json(decided, 200)
    })
