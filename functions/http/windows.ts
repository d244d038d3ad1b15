/** Extending, re-opening, closing: for all agencies or for some. The history stays; mails and plans follow from it. */
import { createRoute } from '@hono/zod-openapi'
import { changeWindow } from '../domain/round/change-window.ts'
import { assertFresh } from '../domain/sign-in/assert-fresh.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import { windowRequestSchema } from '../schema/requests.ts'
import { windowSchema } from '../schema/round.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const changeRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/windows',
    request: { params: roundParams, body: body(windowRequestSchema) },
    responses: {
      201: json(
        windowSchema,
        'The decision, as it stands in the history. `close` needs a sign-in of the last 15 minutes.',
      ),
    },
  })

export const windowRoutes = (deps: Deps) =>
  resource().openapi(changeRoute(deps), async (c) => {
    const { region, person } = c.var.signedIn
    const { round } = c.req.valid('param')
    const request = c.req.valid('json')
    // A rehearsal closes nothing that counts, and has a clock of its own.
    if (request.kind === 'close' && !isRehearsalId(round)) assertFresh(c.var.now, c.var.signedIn)
    const window = await changeWindow(c.var.now, deps, { region, round, by: person.id, ...request })
    await afterCommit(c, deps, region, round)
    return c.json(window, 201)
  })
