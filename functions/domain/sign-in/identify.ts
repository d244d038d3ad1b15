/**
 * Who sends this request. The session, and whether what is remembered of the person still holds, are read consistently on
 * every request, so that signing out, disabling somebody or changing a role holds from the next request on, everywhere.
 */
import { Refused } from '../refusal.ts'
import { hashSecret } from '../secrets/token.ts'
import type { SignInPorts } from './ports.ts'
import { isValid, readSessionCookie, type SignedIn, sessionEnds, shouldTouch } from './session.ts'

/** Refuses with `not-signed-in`. Notes the use at most once a minute. */
export async function identify(
  now: Date,
  ports: Pick<SignInPorts, 'signIn' | 'regions'>,
  cookieValue: string | undefined,
): Promise<SignedIn> {
  const cookie = readSessionCookie(cookieValue)
  if (cookie === undefined) throw new Refused({ code: 'not-signed-in' })
  const { region, personId, secret } = cookie
  const seen = ports.regions.look(region)
  const [session, person] = await Promise.all([
    ports.signIn.session(region, personId, hashSecret(secret)),
    ports.regions.person(region, personId, seen),
  ])
  if (session === undefined || person === undefined || !isValid(now, person, session)) {
    throw new Refused({ code: 'not-signed-in' })
  }
  if (!shouldTouch(now, session)) return { region, person, session, ends: sessionEnds(person, session), seen }
  // Reads live while the table takes no writes: an untouched session ends a minute earlier, which harms nobody.
  await ports.signIn.touchSession(now, session).catch(() => undefined)
  const touched = { ...session, seenAt: now.toISOString() }
  return { region, person, session: touched, ends: sessionEnds(person, touched), seen }
}
