/** Whom to ask, for people who are not signed in: who cannot sign in needs a telephone; and how long the region keeps personal data. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { usualRetentionYears } from '../domain/erasure/end-retention.ts'
import { regionSettingsSchema } from '../schema/region.ts'
import { publicAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'

const helpSchema = z.object({
  regions: z.array(
    regionSettingsSchema.pick({ region: true, name: true, replyTo: true, helpPhone: true }).extend({
      retentionYears: z.int(),
    }),
  ),
})
export type Help = z.infer<typeof helpSchema>

const helpRoute = createRoute({
  ...publicAccess,
  method: 'get',
  path: '/api/help',
  responses: { 200: json(helpSchema, 'The help line of each region, and for how many years it keeps personal data.') },
})

export const helpRoutes = (deps: Deps) =>
  resource().openapi(helpRoute, async (c) => {
    const ids = await deps.regions.list()
    const settings = await Promise.all(ids.map((region) => deps.regions.history(region, 'settings', '')))
    const regions = settings.flatMap((revisions) => {
      const newest = revisions.at(-1)?.fact
      if (newest === undefined) return []
      const { region, name, replyTo, helpPhone, retentionYears = usualRetentionYears } = newest
      return [{ region, name, replyTo, helpPhone, retentionYears }]
    })
    c.header('Cache-Control', 'public, max-age=300')
    return c.json({ regions }, 200)
  })
