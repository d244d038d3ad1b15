/** Moving a form of a running round to another version: what it changes for whom, and then the move itself. For the coordinator alone. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { type MoveInput, moveVersion } from '../domain/round/move-version.ts'
import { previewMove } from '../domain/round/preview-move.ts'
import { agencyIdSchema } from '../schema/ids.ts'
import { roundSchema } from '../schema/round.ts'
import { formChangeSchema, versionMoveRequestSchema } from '../schema/version-move.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { revisionTag } from './preconditions.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { body, json, resource } from './route.ts'
import { settingWords } from './setting-words.ts'
import { roundParams } from './shapes.ts'

const movedPlaceSchema = z.object({
  agencyId: agencyIdSchema,
  state: z.enum(['not-begun', 'draft', 'sent']),
  left: z.int(),
})
/** `errors`: what keeps the move from being made as it stands. */
const movePreviewSchema = z.object({
  revision: z.int(),
  from: z.array(z.object({ version: z.int(), changes: z.array(formChangeSchema), places: z.array(movedPlaceSchema) })),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
})
export type MovePreviewReply = z.infer<typeof movePreviewSchema>

const moveRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/form-versions',
    request: {
      params: roundParams,
      query: z.object({ dryRun: z.enum(['0', '1']).optional() }),
      body: body(versionMoveRequestSchema),
    },
    responses: {
      200: json(movePreviewSchema, 'With dryRun=1: what would change, for whom, and what becomes of their answers.'),
      201: json(roundSchema, 'Moved: the revision of the round that did it.'),
    },
  })

export const formVersionRoutes = (deps: Deps) =>
  resource().openapi(moveRoute(deps), async (c) => {
    await refuseUnknown(c, versionMoveRequestSchema.shape)
    const { region, person } = c.var.signedIn
    const { round } = c.req.valid('param')
    const input: MoveInput = { region, round, by: person.id, request: c.req.valid('json') }
    if (c.req.valid('query').dryRun === '1') {
      const { errors, ...preview } = await previewMove(c.var.now, deps, input)
      const told = errors.map((error) => ({
        pointer: error.pointer,
        code: error.reason,
        detail: settingWords(error)[c.var.language],
      }))
      return c.json({ ...preview, errors: told }, 200)
    }
    const moved = await moveVersion(c.var.now, deps, input)
    await afterCommit(c, deps, region, round)
    c.header('ETag', revisionTag(moved.revision))
    return c.json(moved, 201)
  })
