/**
 * The ledger of mails with the why of each. People see what was sent to themselves; the coordinator and viewers see all of the
 * region's rounds. Mails of signing in are in nobody's list.
 */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { listBatches, listNotices } from '../domain/notices/desk/read-notices.ts'
import { resendNotice } from '../domain/notices/desk/resend-notice.ts'
import { tellNotice } from '../domain/notices/desk/tell-notice.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import {
  nidSchema,
  notificationBatchesSchema,
  notificationDetailSchema,
  notificationListSchema,
  notificationQuery,
} from './mail-shapes.ts'
import { notificationDetailView, notificationView } from './notification-view.ts'
import { json, resource } from './route.ts'

const params = z.object({ id: nidSchema })
const defaultLimit = 200
const defaultBatches = 60

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/notifications',
    request: { query: notificationQuery },
    responses: { 200: json(notificationListSchema, 'Newest first.') },
  })
const batchesRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/notification-batches',
    request: { query: notificationQuery.omit({ batch: true }) },
    responses: {
      200: json(
        notificationBatchesSchema,
        'What went out together is one; the newest first. Its mails: `batch` of the list.',
      ),
    },
  })
const oneRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/notifications/{id}',
    request: { params },
    responses: { 200: json(notificationDetailSchema, 'One, with its reason and all that is known of its delivery.') },
  })
const resendRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/notifications/{id}/resends',
    request: { params },
    responses: { 201: json(z.object({ nid: nidSchema }), 'The new notice that repeats it.') },
  })

export const notificationRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region, person: reader } = c.var.signedIn
      const { round, agency: agencyId, person: personId, kind, outcome, batch, limit, after } = c.req.valid('query')
      const filter = { round, agencyId, personId, kind, outcome, batch }
      const page = await listNotices(deps, { region, reader, filter, limit: limit ?? defaultLimit, after })
      const notifications = page.notices.map((notice) => notificationView(notice, page.people, reader))
      return c.json({ notifications, counts: page.counts, next: page.next ?? null }, 200)
    })
    .openapi(batchesRoute(deps), async (c) => {
      const { region, person: reader } = c.var.signedIn
      const { round, agency: agencyId, person: personId, kind, outcome, limit, after } = c.req.valid('query')
      const filter = { round, agencyId, personId, kind, outcome }
      const page = await listBatches(deps, { region, reader, filter, limit: limit ?? defaultBatches, after })
      const batches = page.batches.map(({ only, ...batch }) => ({
        ...batch,
        only: only === undefined ? null : notificationView(only, page.people, reader),
      }))
      return c.json({ batches, counts: page.counts, next: page.next ?? null }, 200)
    })
    .openapi(oneRoute(deps), async (c) => {
      const { region, person: reader } = c.var.signedIn
      const story = await tellNotice(c.var.now, deps, { region, reader, nid: c.req.valid('param').id })
      return c.json(notificationDetailView(story, reader), 200)
    })
    .openapi(resendRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { nid, round } = await resendNotice(c.var.now, deps, {
        region,
        by: person.id,
        nid: c.req.valid('param').id,
      })
      await afterCommit(c, deps, region, round)
      return c.json({ nid }, 201)
    })
