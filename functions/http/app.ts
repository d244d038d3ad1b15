/** The whole HTTP story: what every request passes, the rooms behind it (`rooms.ts`), and one place where errors become problems. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { Refused } from '../domain/refusal.ts'
import { maxWorkbookBytes } from '../schema/workbook-limits.ts'
import { sameSite } from './cross-site.ts'
import type { Deps } from './deps.ts'
import { limitAddress } from './one-address.ts'
import { answerNotFound, answerProblem } from './problem.ts'
import { type HttpEnv, receive, throughTheFront } from './request.ts'
import { securityHeaders } from './security.ts'
import { soundText } from './sound-text.ts'

export const maxBodyBytes = 5 * 1024 * 1024

export type Api = OpenAPIHono<HttpEnv>

/** These rooms over these ports. `limit` outlives the app where another with more rooms takes its place. */
export function createApp(deps: Deps, rooms: readonly Api[], limit = limitAddress(deps)): Api {
  const app: Api = new OpenAPIHono<HttpEnv>()
  app.onError(answerProblem(deps))
  app.notFound(answerNotFound)
  app.use(receive(deps), securityHeaders, throughTheFront(deps), limit)
  app.use(sameSite(deps), limitBody, soundText)
  for (const room of rooms) app.route('/', room)
  return app
}

/** JSON has a limit of its own; a workbook may be larger, and its refusal says what to do about it. */
const limitJson = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new HTTPException(413)
  },
})
const limitWorkbook = bodyLimit({
  maxSize: maxWorkbookBytes,
  onError: () => {
    throw new Refused({ code: 'workbook-refused', reason: 'too-large' })
  },
})
const limitBody = createMiddleware<HttpEnv>((c, next) =>
  c.req.path.endsWith('/workbook') ? limitWorkbook(c, next) : limitJson(c, next),
)
