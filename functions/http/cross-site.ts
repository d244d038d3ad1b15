/**
 * Requests that change something must come from our own pages: by `Origin`, or by the browser's word that the request is
 * of the same origin. A request with neither is refused, and only JSON and plain bytes are read, which no foreign form can send.
 */
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { Refused } from '../domain/refusal.ts'
import type { Deps } from './deps.ts'
import type { HttpEnv } from './request.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What mail programs post to, from nowhere and with a form body. The token in the path is its proof, and no cookie is read there. */
const oneClickPath = '/api/unsubscribe/'

/** Refuses with `cross-site-request`; a body of another type with 415. */
export const sameSite = (deps: Pick<Deps, 'siteUrl'>) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    if (!safeMethods.has(c.req.method) && !c.req.path.startsWith(oneClickPath)) {
      const origin = c.req.header('origin')
      const ours = origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : isOwn(origin, deps.siteUrl)
      if (!ours) throw new Refused({ code: 'cross-site-request' })
      const type = c.req.header('content-type')
      if (type !== undefined && !/^application\/(json|octet-stream)\s*(;|$)/i.test(type)) throw new HTTPException(415)
    }
    await next()
  })

function isOwn(origin: string, siteUrl: string): boolean {
  return origin === new URL(siteUrl).origin
}
