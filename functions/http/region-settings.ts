/** The region's working calendar, its name, help line and look, each with its history; and the logo for whoever asks. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { reviseCalendar } from '../domain/region/revise-directory.ts'
import { reviseSettings } from '../domain/region/revise-settings.ts'
import { regionIdSchema } from '../schema/ids.ts'
import { calendarSchema, imageSchema, regionSettingsSchema } from '../schema/region.ts'
import {
  calendarRequestSchema,
  calendarRevisionSchema,
  settingsRequestSchema,
  settingsRevisionSchema,
} from '../schema/region-requests.ts'
import { access, publicAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { revisionsOf } from './named.ts'
import { baseRevision, revisionTag } from './preconditions.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { body, json, resource } from './route.ts'
import { ifMatchHeaders } from './shapes.ts'

const newestFirst = 'Newest first; the ETag is the newest one.'

const calendarRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/directory/calendar',
    responses: { 200: json(z.object({ revisions: z.array(calendarRevisionSchema) }), newestFirst) },
  })
const reviseCalendarRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/directory/calendar',
    request: { headers: ifMatchHeaders, body: body(calendarRequestSchema) },
    responses: { 200: json(calendarSchema, 'The calendar from now on; plans and reminders follow it.') },
  })
const settingsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/directory/settings',
    responses: { 200: json(z.object({ revisions: z.array(settingsRevisionSchema) }), newestFirst) },
  })
const reviseSettingsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/directory/settings',
    request: { headers: ifMatchHeaders, body: body(settingsRequestSchema) },
    responses: { 200: json(regionSettingsSchema, 'Name, help line and look from now on.') },
  })
const logoRoute = createRoute({
  ...publicAccess,
  method: 'get',
  path: '/api/logos/{region}/{hash}',
  request: { params: z.object({ region: regionIdSchema, hash: imageSchema.shape.sha256 }) },
  responses: { 200: { description: 'A region’s logo, PNG or JPEG. What lies under a hash never changes.' } },
})

export const regionSettingsRoutes = (deps: Deps) =>
  resource()
    .openapi(calendarRoute(deps), async (c) => {
      const revisions = await revisionsOf(deps, c.var.signedIn.region, 'calendar', '')
      c.header('ETag', revisionTag(revisions[0]?.revision ?? 0))
      return c.json({ revisions }, 200)
    })
    .openapi(reviseCalendarRoute(deps), async (c) => {
      await refuseUnknown(c, calendarRequestSchema.shape)
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      const input = { region, by: person.id, base, content: c.req.valid('json') }
      return c.json(await reviseCalendar(c.var.now, deps, input), 200)
    })
    .openapi(settingsRoute(deps), async (c) => {
      const revisions = await revisionsOf(deps, c.var.signedIn.region, 'settings', '')
      c.header('ETag', revisionTag(revisions[0]?.revision ?? 0))
      return c.json({ revisions }, 200)
    })
    .openapi(reviseSettingsRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      const input = { region, by: person.id, base, content: c.req.valid('json') }
      return c.json(await reviseSettings(c.var.now, deps, input), 200)
    })
    .openapi(logoRoute, async (c) => {
      const { region, hash } = c.req.valid('param')
      const image = await deps.regions.image(region, hash)
      if (image === undefined) throw new Refused({ code: 'not-found', what: 'logo' })
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      return c.body(new Uint8Array(image.bytes), 200, { 'Content-Type': image.type })
    })
