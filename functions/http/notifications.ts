/**
 * The ledger of mails with the why of each, and the mails to come. People see what was sent to themselves; the coordinator
 * and viewers see all of the region's rounds. Mails of signing in are in nobody's list.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { listNotices, readNotice } from '../domain/notices/read-notices.ts'
import { loadUpcoming, upcomingNotices } from '../domain/notices/upcoming.ts'
import { roundIdSchema } from '../schema/ids.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { notificationDetailView, notificationView, plannedMailView } from './notification-view.ts'
import { json, resource } from './route.ts'
import { asOfQuery, notificationDetailSchema, notificationSchema, plannedMailSchema, roundParams } from './shapes.ts'

const mailPlanRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/mail-plan',
    request: { params: roundParams, query: asOfQuery },
    responses: { 200: json(z.object({ asOf: z.string(), mails: z.array(plannedMailSchema) }), 'Every mail to come.') },
  })
const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/notifications',
    request: { query: z.object({ round: roundIdSchema.optional() }) },
    responses: { 200: json(z.object({ notifications: z.array(notificationSchema) }), 'Newest first.') },
  })
const oneRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/notifications/{id}',
    request: { params: z.object({ id: z.string().regex(/^[0-9A-Z]{26}$/) }) },
    responses: { 200: json(notificationDetailSchema, 'One, with its reason and all that is known of its delivery.') },
  })

export const notificationRoutes = (deps: Deps) =>
  resource()
    .openapi(mailPlanRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const state = await loadUpcoming(deps, region, round)
      const { asOf } = c.req.valid('query')
      const from = asOf === undefined ? c.var.now : new Date(asOf)
      const mails = upcomingNotices(from, state, round).map((each) =>
        plannedMailView(each, state.region.people, person),
      )
      return c.json({ asOf: from.toISOString(), mails }, 200)
    })
    .openapi(listRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { notices, people } = await listNotices(deps, { region, reader: person, round: c.req.valid('query').round })
      return c.json({ notifications: notices.map((notice) => notificationView(notice, people, person)) }, 200)
    })
    .openapi(oneRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const found = await readNotice(deps, { region, reader: person, nid: c.req.valid('param').id })
      return c.json(notificationDetailView(found, person), 200)
    })
