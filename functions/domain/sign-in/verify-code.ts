/**
 * Turns the right code into a session. The try is counted before anything is compared, so a hundred parallel guesses are five;
 * only one caller can use the challenge up, so a code makes one session at most. A crash in between costs a new code.
 */
import { Refused } from '../refusal.ts'
import { isCode } from '../secrets/code.ts'
import { hashSecret, newSecret } from '../secrets/token.ts'
import { type Challenge, type ChallengeCookie, maxTries } from './challenge.ts'
import { nobody } from './code-notice.ts'
import { countUse } from './count-use.ts'
import { meetBrowser } from './known-browser.ts'
import { limits } from './limits.ts'
import type { SignInPorts } from './ports.ts'
import { type Session, type SignedIn, sessionEnds, sessionsToRevoke, standing } from './session.ts'

/** `browser`: the lasting mark of the browser. */
export type VerifyInput = { cookie: ChallengeCookie | undefined; code: string; client: string; browser: string }

/** Refusals: `too-many-requests`, `challenge-over`, `wrong-code`. The answer's secret goes into the cookie and nowhere else. */
export async function verifyCode(
  now: Date,
  ports: SignInPorts,
  { cookie, code, client, browser }: VerifyInput,
): Promise<{ signedIn: SignedIn; secret: string }> {
  await countUse(now, ports, limits.verify, client)
  if (cookie === undefined) throw new Refused({ code: 'challenge-over' })
  const challenge = await ports.signIn.countTry(now, cookie.id, hashSecret(cookie.secret))
  if (challenge === undefined) throw new Refused({ code: 'challenge-over' })
  const right = isCode(ports.codeKey, challenge.id, code)
  const person = await personOf(ports, challenge)
  if (!right || person === undefined) {
    throw new Refused({ code: 'wrong-code', triesLeft: Math.max(0, maxTries - challenge.tries) })
  }
  if (!(await ports.signIn.useChallenge(challenge.id))) throw new Refused({ code: 'challenge-over' })
  const opened = await openSession(now, ports, person)
  await meetBrowser(now, ports, { region: person.region, personId: person.person.id, secret: browser })
  return opened
}

type Known = { region: string; person: SignedIn['person'] }

/** As it stands now: somebody disabled since the code was sent gets no session. The read is made for nobody too. */
async function personOf(ports: SignInPorts, challenge: Challenge): Promise<Known | undefined> {
  const { region, id } = challenge.person ?? nobody
  const person = await ports.regions.person(region, id)
  return challenge.person === undefined || person === undefined || person.disabled ? undefined : { region, person }
}

/** Always under a new secret; of a person's sessions the longest unused makes room. */
async function openSession(
  now: Date,
  ports: SignInPorts,
  { region, person }: Known,
): Promise<{ signedIn: SignedIn; secret: string }> {
  const secret = newSecret()
  const others = await ports.signIn.sessions(region, person.id)
  for (const old of sessionsToRevoke(now, person, others)) await ports.signIn.revokeSession(now, old)
  const session: Session = {
    region,
    personId: person.id,
    hash: hashSecret(secret),
    standing: standing(person),
    startedAt: now.toISOString(),
    seenAt: now.toISOString(),
  }
  await ports.regions.noteSignIn(region, { personId: person.id, at: session.startedAt })
  await ports.signIn.insertSession(session)
  return { signedIn: { region, person, session, ends: sessionEnds(person, session) }, secret }
}
