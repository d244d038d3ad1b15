/**
 * A signed-in browser. Ends are computed from the stored instants by the clock, never by the table's expiry, and with the
 * person as it stands now: a disabled person, another role or another address ends every session at once.
 */
import { createHash } from 'node:crypto'
import type { Person } from '../../schema/region.ts'
import type { Seen } from '../region/regions.ts'

const maxSessionsPerPerson = 5
/** A session's last use is written at most this often. */
const touchSeconds = 60

const limits = {
  coordinator: { idleMinutes: 30, hours: 10 },
  others: { idleMinutes: 60, hours: 12 },
} as const

export type Session = {
  region: string
  personId: string
  /** SHA-256 of the token in the cookie. */
  hash: string
  /** Fingerprint of what the person was when signing in: see `standing`. */
  standing: string
  startedAt: string
  seenAt: string
  revokedAt?: string
}

export type SessionEnds = { idleEndsAt: Date; endsAt: Date }
/** What every request of a signed-in browser is done in the name of. */
/** `seen`: the region when the request began. */
export type SignedIn = { region: string; person: Person; session: Session; ends: SessionEnds; seen: Seen }

export type SessionCookie = { region: string; personId: string; secret: string }

/** The value of the cookie `__Host-sid`: where the session lies, and the 256-bit secret that proves it. */
export function writeSessionCookie({ region, personId, secret }: SessionCookie): string {
  return `${region}.${personId}.${secret}`
}

/** `undefined` for anything we did not write. */
export function readSessionCookie(value: string | undefined): SessionCookie | undefined {
  const shape = /^([A-Za-z0-9][A-Za-z0-9-]{0,63})\.([A-Za-z0-9][A-Za-z0-9-]{0,63})\.([A-Za-z0-9_-]{43})$/
  const found = shape.exec(value ?? '')
  if (found === null) return undefined
  const [, region = '', personId = '', secret = ''] = found
  return { region, personId, secret }
}

/** Changes when the role, the agencies or the address change, or the person is signed out: sessions of an old standing are over for good. */
export function standing(person: Person): string {
  const { role, email, agencyIds, generation = 0 } = person
  // A person that was never changed is fingerprinted as before there were generations.
  const parts = [role, email.toLowerCase(), ...[...agencyIds].sort(), ...(generation === 0 ? [] : [`#${generation}`])]
  return createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 16)
}

/** Both ends, exclusive. */
export function sessionEnds(person: Person, session: Session): SessionEnds {
  const { idleMinutes, hours } = person.role === 'coordinator' ? limits.coordinator : limits.others
  const endsAt = Date.parse(session.startedAt) + hours * 3_600_000
  const idleEndsAt = Math.min(Date.parse(session.seenAt) + idleMinutes * 60_000, endsAt)
  return { idleEndsAt: new Date(idleEndsAt), endsAt: new Date(endsAt) }
}

/** Does this session still speak for this person? */
export function isValid(now: Date, person: Person, session: Session): boolean {
  if (person.disabled || session.revokedAt !== undefined || session.standing !== standing(person)) return false
  return now < sessionEnds(person, session).idleEndsAt
}

export function shouldTouch(now: Date, session: Session): boolean {
  return now.getTime() - Date.parse(session.seenAt) >= touchSeconds * 1000
}

/** Which sessions must go so that a new one fits: those over, and the longest unused beyond the limit. */
export function sessionsToRevoke(now: Date, person: Person, sessions: readonly Session[]): Session[] {
  const alive = sessions.filter((session) => isValid(now, person, session))
  return alive.sort((a, b) => b.seenAt.localeCompare(a.seenAt)).slice(maxSessionsPerPerson - 1)
}
