/** The browsers in which a person is signed in now, and ending them from any of these: `/saya` shows them. */
import { Refused } from '../refusal.ts'
import type { SignInPorts } from './ports.ts'
import { isValid, type Session, type SignedIn } from './session.ts'

type Ports = Pick<SignInPorts, 'signIn'>

/** What a session is called outside: the start of its hash, which opens nothing. */
export function sessionId({ hash }: Pick<Session, 'hash'>): string {
  return hash.slice(0, 16)
}

/** Valid ones only, the last used first. */
export async function openSessions(now: Date, { signIn }: Ports, { region, person }: SignedIn): Promise<Session[]> {
  const sessions = await signIn.sessions(region, person.id)
  return sessions
    .filter((session) => isValid(now, person, session))
    .sort((a, b) => b.seenAt.localeCompare(a.seenAt) || a.hash.localeCompare(b.hash))
}

/** Ends the one that is named. Refuses with `not-found` for one that is not open, or another person's. */
export async function endSession(now: Date, ports: Ports, signedIn: SignedIn, id: string): Promise<void> {
  const session = (await openSessions(now, ports, signedIn)).find((each) => sessionId(each) === id)
  if (session === undefined) throw new Refused({ code: 'not-found', what: 'session' })
  await ports.signIn.revokeSession(now, session)
}

/** Ends all but the one that asks. */
export async function endOtherSessions(now: Date, ports: Ports, signedIn: SignedIn): Promise<void> {
  const others = (await openSessions(now, ports, signedIn)).filter(({ hash }) => hash !== signedIn.session.hash)
  for (const session of others) await ports.signIn.revokeSession(now, session)
}
