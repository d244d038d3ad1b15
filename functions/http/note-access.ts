/**
 * After an answer: one log line for what somebody read that is not his own agency's, or is about persons, with person, route, agency
 * and status; and the fact of it. Neither holds answers or addresses. A table that takes no writes keeps nobody from reading.
 */
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { SignedIn } from '../domain/sign-in/session.ts'
import type { Deps } from './deps.ts'
import type { SignedInEnv } from './request.ts'

export async function noteAccess(
  c: Context<SignedInEnv>,
  deps: Deps,
  { now, signedIn }: { now: Date; signedIn: SignedIn },
) {
  const { region, person } = signedIn
  const { agency: agencyId, round } = { agency: c.req.param('agency'), round: c.req.param('round') }
  // Pages that ask again and find nothing newer read nothing.
  if (c.req.method !== 'GET' || c.res.status === 304) return
  const route = routePath(c)
  const isOwn = agencyId !== undefined && person.agencyIds.includes(agencyId)
  const sees = person.role === 'coordinator' || person.role === 'viewer'
  const isForeign = sees && !isOwn && !own.test(route)
  if (!isForeign && c.var.readsPersonal !== true && !contacts.test(route)) return
  const isFile = c.res.headers.get('content-disposition')?.startsWith('attachment') === true
  const kind = isFile ? 'file' : 'read'
  const { status } = c.res
  const named = { ...(round && { round }), ...(agencyId && { agencyId }) }
  deps.log({
    level: 'info',
    message: 'access',
    requestId: c.var.requestId,
    person: person.id,
    kind,
    route,
    ...named,
    status,
  })
  if (status !== 200) return
  const fact = { at: now.toISOString(), by: person.id, kind, route, ...named } as const
  await deps.accesses.note(region, fact).catch(() => {
    deps.log({
      level: 'warn',
      message: 'an access could not be noted',
      requestId: c.var.requestId,
      person: person.id,
      route,
    })
  })
}

/** Addresses of people, whoever asks. */
const contacts = /^\/api\/notifications/

/** About the reader, or about nobody. */
const own =
  /^\/api\/(me|rounds$|forms|references|reference-lists|calendar|file-access|mail-service|health|directory\/(calendar|settings))/
