/** Which files left the region, and who took them: for its coordinators. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { accessesSince } from '../domain/access/accesses.ts'
import { instantSchema } from '../schema/ids.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { named } from './named.ts'
import { json, resource } from './route.ts'

const fileSchema = z.object({
  at: instantSchema,
  by: z.string(),
  byName: z.string(),
  route: z.string(),
  round: z.string().optional(),
  agencyId: z.string().optional(),
})
export type TakenFile = z.infer<typeof fileSchema>

const shownDays = 90
const mostShown = 500

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/file-access',
    responses: { 200: json(z.object({ files: z.array(fileSchema) }), 'Of the last 90 days, the newest first.') },
  })

export const fileAccessRoutes = (deps: Deps) =>
  resource().openapi(listRoute(deps), async (c) => {
    const { region } = c.var.signedIn
    const since = new Date(c.var.now.getTime() - shownDays * 86_400_000)
    const all = await accessesSince(c.var.now, deps, { region, since })
    const files = all
      .filter(({ kind }) => kind === 'file')
      .toReversed()
      .slice(0, mostShown)
    const shown = files.map(({ at, by, route, round, agencyId }) => ({ at, by, route, round, agencyId }))
    return c.json({ files: await named(deps, region, shown) }, 200)
  })
