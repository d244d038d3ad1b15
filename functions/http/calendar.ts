/**
 * Calendar feeds. The feed itself is public, since calendar programs cannot sign in: its address is the secret. Who is signed
 * in finds the addresses of the own agencies' feeds here, and may renew them.
 */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { calendarEvents } from '../domain/calendar/calendar-events.ts'
import { feedsOf, openFeed, renewFeed } from '../domain/calendar/feeds.ts'
import { sha256Hex } from '../domain/content-hash.ts'
import { countAct } from '../domain/sign-in/count-act.ts'
import { calendarFeedSchema } from '../schema/calendar-feed.ts'
import { agencyIdSchema } from '../schema/ids.ts'
import { languageSchema } from '../schema/wording.ts'
import { access, publicAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { icsOf } from './ics.ts'
import { json, resource } from './route.ts'

const feedRoute = createRoute({
  ...publicAccess,
  method: 'get',
  path: '/api/calendar/{token}',
  request: {
    params: z.object({ token: z.string().max(300).openapi({ example: 'kota-kupang.dinsos.<secret>.ics' }) }),
    query: z.object({ lang: languageSchema.optional() }),
  },
  responses: {
    200: { description: 'The dates, as iCalendar.', content: { 'text/calendar': { schema: z.string() } } },
    304: { description: 'No news since the ETag that was sent.' },
  },
})
const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/calendar-feeds',
    responses: { 200: json(z.object({ feeds: z.array(calendarFeedSchema) }), 'The feeds of the caller’s agencies.') },
  })
const renewRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path: '/api/calendar-feeds/{agency}/renewals',
    request: { params: z.object({ agency: agencyIdSchema }) },
    responses: { 200: json(calendarFeedSchema, 'The feed with its new address; the old one is dead.') },
  })

export const calendarRoutes = (deps: Deps) =>
  resource()
    .openapi(feedRoute, async (c) => {
      const feed = await openFeed(deps, c.req.valid('param').token.replace(/\.ics$/, ''))
      const language = c.req.valid('query').lang ?? 'id'
      const name = `${feed.agency.shortName} · Lengkap`
      const text = icsOf(calendarEvents(c.var.now, feed), { name, siteUrl: deps.siteUrl }, language)
      const tag = `"${sha256Hex(text).slice(0, 32)}"`
      const headers = { ETag: tag, 'Cache-Control': 'private, max-age=300' }
      if (isKnown(tag, c.req.header('if-none-match'))) return c.body(null, 304, headers)
      const file = `lengkap-${feed.agency.id}.ics`
      return c.body(text, 200, {
        ...headers,
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `inline; filename="${file}"`,
      })
    })
    .openapi(listRoute(deps), async (c) => {
      return c.json({ feeds: await feedsOf(deps, c.var.signedIn) }, 200)
    })
    .openapi(renewRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await countAct(c.var.now, deps, c.var.signedIn, 'feed')
      return c.json(await renewFeed(c.var.now, deps, { region, person, agencyId: c.req.valid('param').agency }), 200)
    })

/** Whoever compresses on the way calls the tag weak, and a calendar program may send several. */
function isKnown(tag: string, sent: string | undefined): boolean {
  return (sent ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
}
