/**
 * One address cannot take the service from all others: beyond a measure its requests are answered with 429 before anything is read
 * for them. The measure is for a town hall, which is one network. Counted in the table, because many containers answer at
 * once, and in steps, because a write for each request would cost more than the request. Only behind CloudFront is it known
 * whose address it is; on one machine nothing is counted.
 */
import { createMiddleware } from 'hono/factory'
import { Refused } from '../domain/refusal.ts'
import { hashAddress } from '../domain/secrets/token.ts'
import type { Limit } from '../domain/sign-in/limits.ts'
import type { Deps } from './deps.ts'
import type { HttpEnv } from './request.ts'

/** A quarter of what the gateway lets through. */
export const requestsOfOneAddress = { scope: 'requests-minute', windowSeconds: 60, max: 1_500 } as const satisfies Limit
const step = 25
/** Addresses that a container remembers. */
const remembered = 5_000

type Seen = { since: number; uncounted: number; refusedUntil: number }
type Ports = Pick<Deps, 'signIn' | 'codeKey' | 'originSecret'>

export const limitAddress = (deps: Ports) => {
  const seen = new Map<string, Seen>()
  return createMiddleware<HttpEnv>(async (c, next) => {
    const { now, client } = c.var
    if (deps.originSecret !== undefined) {
      const refusedUntil = await countOne(now, deps, seenOf(seen, now, client), client)
      const retryAfterSeconds = Math.ceil((refusedUntil - now.getTime()) / 1000)
      if (retryAfterSeconds > 0) throw new Refused({ code: 'too-many-requests', retryAfterSeconds })
    }
    await next()
  })
}

function seenOf(seen: Map<string, Seen>, now: Date, client: string): Seen {
  const found = seen.get(client)
  // What was left uncounted a minute ago is too little to matter now.
  if (found && now.getTime() - found.since < requestsOfOneAddress.windowSeconds * 1000) return found
  if (seen.size >= remembered) seen.clear()
  const fresh = { since: now.getTime(), uncounted: 0, refusedUntil: found?.refusedUntil ?? 0 }
  seen.set(client, fresh)
  return fresh
}

/** Answers until when the address has to wait; in the past: it has not. A table that does not answer keeps nobody out. */
async function countOne(now: Date, deps: Ports, one: Seen, client: string): Promise<number> {
  one.uncounted += 1
  if (one.refusedUntil > now.getTime() || one.uncounted < step) return one.refusedUntil
  one.uncounted = 0
  const key = hashAddress(deps.codeKey, client)
  const counted = await deps.signIn.count(now, requestsOfOneAddress, key, step).catch(() => undefined)
  if (counted?.allowed === false) one.refusedUntil = now.getTime() + counted.retryAfterSeconds * 1000
  return one.refusedUntil
}
