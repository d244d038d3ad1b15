/** What happened in a round, newest first. Calls are for coordinators alone. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { readTimeline } from '../domain/notices/desk/timeline.ts'
import { agencyIdSchema } from '../schema/ids.ts'
import { timelineEntrySchema, timelineKindSchema } from '../schema/timeline.ts'
import { languageSchema } from '../schema/wording.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const query = z.object({
  language: languageSchema.optional(),
  agency: agencyIdSchema.optional(),
  kind: timelineKindSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  /** The `next` of the page before. */
  after: z.string().max(240).optional(),
})
const defaultLimit = 100

const route = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/timeline',
    request: { params: roundParams, query },
    responses: {
      200: json(
        z.object({ entries: z.array(timelineEntrySchema), next: z.string().nullable() }),
        'Submissions, decisions, windows, versions, calls and batches of mails, newest first.',
      ),
    },
  })

export const timelineRoutes = (deps: Deps) =>
  resource().openapi(route(deps), async (c) => {
    const { region, person } = c.var.signedIn
    const { language = person.language, agency, kind, limit, after } = c.req.valid('query')
    const reader = { region, round: c.req.valid('param').round, person, language }
    const question = { agencyId: agency, kind, after, limit: limit ?? defaultLimit }
    return c.json(await readTimeline(c.var.now, deps, reader, question), 200)
  })
