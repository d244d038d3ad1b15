/** Where one is signed in, and ending that: one browser, or all but this. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { endOtherSessions, endSession, openSessions, sessionId } from '../domain/sign-in/open-sessions.ts'
import { openSessionsSchema } from '../schema/me.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/me/sessions',
    responses: { 200: json(openSessionsSchema, 'Browsers in which one is signed in, the last used first.') },
  })
const endRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'delete',
    path: '/api/me/sessions/{session}',
    request: { params: z.object({ session: z.string().openapi({ example: '0123456789abcdef' }) }) },
    responses: { 204: { description: 'That browser is signed out.' } },
  })
const endOthersRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'delete',
    path: '/api/me/sessions',
    responses: { 204: { description: 'All other browsers are signed out.' } },
  })

export const sessionRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { now, signedIn } = c.var
      const sessions = (await openSessions(now, deps, signedIn)).map((session) => ({
        id: sessionId(session),
        startedAt: session.startedAt,
        seenAt: session.seenAt,
        current: session.hash === signedIn.session.hash,
      }))
      return c.json({ sessions }, 200)
    })
    .openapi(endRoute(deps), async (c) => {
      await endSession(c.var.now, deps, c.var.signedIn, c.req.valid('param').session)
      return c.body(null, 204)
    })
    .openapi(endOthersRoute(deps), async (c) => {
      await endOtherSessions(c.var.now, deps, c.var.signedIn)
      return c.body(null, 204)
    })
