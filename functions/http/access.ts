/**
 * Who may call a route. Every route states it with `access(...)`, which both guards the route and writes `x-access` into the
 * API's description, from which the tests generate all routes x roles x foreign ids. What a person may not know of
 * does not exist for them (404); what they may see but not do is forbidden (403).
 */

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { Refused } from '../domain/refusal.ts'
import type { WorkAhead } from '../domain/round/rounds.ts'
import { assertFresh } from '../domain/sign-in/assert-fresh.ts'
import { identify } from '../domain/sign-in/identify.ts'
import { readSessionCookie, type SignedIn } from '../domain/sign-in/session.ts'
import type { Person } from '../schema/region.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import { sessionCookie } from './cookies.ts'
import type { Deps } from './deps.ts'
import { enterRehearsal } from './enter-rehearsal.ts'
import { noteAccess } from './note-access.ts'
import type { SignedInEnv } from './request.ts'

/**
 * `public`; `signed-in`: anybody with a session, the route narrows what is shown; `wide`: coordinator and viewer;
 * `coordinator`; `agency-read`: the agency's people, coordinator and viewer; `agency-write`: the agency's people only.
 */
export type Access = 'public' | 'signed-in' | 'wide' | 'coordinator' | 'agency-read' | 'agency-write'

/** To be spread into a route's definition. */
export function access<A extends Access>(deps: Deps, level: A) {
  return { 'x-access': level, middleware: guard(deps, level) }
}

/** As `access`, for a route that knows by its address what it will read: that is read with the session, in one call. */
export function accessAhead<A extends Access>(deps: Deps, level: A, ahead: ReadAhead) {
  return { 'x-access': level, middleware: guard(deps, level, { ahead }) }
}

type ReadAhead = (c: Context<SignedInEnv>, region: string) => Promise<WorkAhead> | undefined

/** As `access`, for what an unattended screen must not do: also needs a sign-in of the last minutes. */
export function freshAccess<A extends Access>(deps: Deps, level: A) {
  return { 'x-access': level, 'x-fresh-sign-in': true, middleware: guard(deps, level, { fresh: true }) }
}

/** Spread into routes without a session. */
export const publicAccess = { 'x-access': 'public' } as const

function guard(deps: Deps, level: Access, { fresh = false, ahead }: { fresh?: boolean; ahead?: ReadAhead } = {}) {
  return createMiddleware<SignedInEnv>(async (c, next) => {
    // A rehearsal turns the request's clock below; a session lives by the real one.
    const { now } = c.var
    const cookie = getCookie(c, sessionCookie.name, 'host')
    const region = readSessionCookie(cookie)?.region
    // Stryker disable next-line ConditionalExpression: without a session the request is refused below, whatever was read
    const reading = region === undefined ? undefined : ahead?.(c, region)
    const [signedIn, found] = await Promise.all([identify(now, deps, cookie), reading])
    c.set('signedIn', signedIn)
    c.set('ahead', found)
    if (c.req.header('accept-language') === undefined) c.set('language', signedIn.person.language)
    const round = c.req.param('round')
    const person = round !== undefined && isRehearsalId(round) ? await enterRehearsal(c, deps, round) : signedIn.person
    check(level, person, c.req.param('agency'))
    if (writes(c.req.method) && !isAboutOneself(c.req.path)) await refuseIfClosed(deps, signedIn)
    if (fresh) assertFresh(now, signedIn)
    await next()
    await noteAccess(c, deps, { now, signedIn })
  })
}

/** In a closed region one still signs out, ends sessions and chooses a language. */
function isAboutOneself(path: string): boolean {
  return path === '/api/me' || path.startsWith('/api/me/') || path === '/api/sign-out'
}

function writes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

async function refuseIfClosed({ regions }: Pick<Deps, 'regions'>, { region, seen }: SignedIn): Promise<void> {
  const facts = await regions.directory(region, seen)
  if (facts?.settings.closedAt !== undefined) throw new Refused({ code: 'region-closed' })
}

/** For a route whose agency stands in the body: described as `agency-write`, and the route asks `checkOwnAgency` itself. */
export function accessByBody(deps: Deps) {
  return { 'x-access': 'agency-write', middleware: guard(deps, 'signed-in') } as const
}

/** The agency's own people only, as `agency-write` does it by the path. */
export function checkOwnAgency(person: Person, agencyId: string): void {
  check('agency-write', person, agencyId)
}

function check(level: Access, person: Person, agency: string | undefined): void {
  if (level === 'wide' && !isWide(person)) throw new Refused({ code: 'forbidden' })
  if (level === 'coordinator' && person.role !== 'coordinator') throw new Refused({ code: 'forbidden' })
  if (level !== 'agency-read' && level !== 'agency-write') return
  // A coordinating agency may have forms of its own to fill in; a viewer only ever reads.
  // Stryker disable next-line ConditionalExpression: nobody's agencies include one that is undefined
  const own = agency !== undefined && person.agencyIds.includes(agency) && person.role !== 'viewer'
  if (own) return
  if (!isWide(person)) throw new Refused({ code: 'not-found', what: 'agency' })
  if (level === 'agency-write') throw new Refused({ code: 'forbidden' })
}

/** Sees all agencies of the region. */
export function isWide(person: Person): boolean {
  return person.role === 'coordinator' || person.role === 'viewer'
}

/** May this person see what belongs to that agency? */
export function maySee(person: Person, agencyId: string): boolean {
  return isWide(person) || person.agencyIds.includes(agencyId)
}
