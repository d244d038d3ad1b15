/** Is the system alive? For monitors: the table answers, nothing waits too long to be sent, the schedule runs. */
import { createRoute } from '@hono/zod-openapi'
import { measureHealth } from '../domain/notices/ledger/health.ts'
import { publicAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'
import { healthSchema } from './shapes.ts'

const healthRoute = createRoute({
  ...publicAccess,
  method: 'get',
  path: '/api/health',
  responses: { 200: json(healthSchema, 'Well.'), 503: json(healthSchema, 'Something is wrong.') },
})

export const healthRoutes = (deps: Deps) =>
  resource().openapi(healthRoute, async (c) => {
    const health = await measureHealth(c.var.now, deps)
    return health.status === 'ok' ? c.json(health, 200) : c.json(health, 503)
  })
