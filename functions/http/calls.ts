/** Whom to call today about a round, and that somebody was called. For coordinators alone; nobody is mailed. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { noteCall, readCallList } from '../domain/notices/desk/call-list.ts'
import { callListSchema, callRequestSchema } from '../schema/call.ts'
import { languageSchema } from '../schema/wording.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

/** Of the reasons and of the message; absent: the reader's own. */
const callQuery = z.object({ language: languageSchema.optional() })

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/rounds/{round}/calls',
    request: { params: roundParams, query: callQuery },
    responses: {
      200: json(callListSchema, 'At most five agencies to call today, who else is at risk, and who was called.'),
    },
  })
const noteRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/calls',
    request: { params: roundParams, query: callQuery, body: body(callRequestSchema) },
    responses: { 201: json(callListSchema, 'The call is a fact of the round; answered is the list as it is now.') },
  })

export const callRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { language = person.language } = c.req.valid('query')
      const reader = { region, round: c.req.valid('param').round, person, language }
      return c.json(await readCallList(c.var.now, deps, reader), 200)
    })
    .openapi(noteRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { language = person.language } = c.req.valid('query')
      const reader = { region, round: c.req.valid('param').round, person, language }
      return c.json(await noteCall(c.var.now, deps, reader, c.req.valid('json')), 201)
    })
