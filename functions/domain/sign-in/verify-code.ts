/**
 * Turns the right code into a session. The try is counted before anything is compared, so a hundred parallel guesses are five;
 * only one caller can use the challenge up, so a code makes one session at most. A crash in between costs a new code.
 */
import { Refused } from '../refusal.ts'
import { isCode } from '../secrets/code.ts'
import { acceptedSecrets } from '../secrets/rotation.ts'
import { hashSecret, newSecret } from '../secrets/token.ts'
import { type Challenge, type ChallengeCookie, maxTries } from './challenge.ts'
import { nobody } from './code-notice.ts'
import { countHashed, countUse } from './count-use.ts'
import { meetBrowser } from './known-browser.ts'
import { limits } from './limits.ts'
import type { SignInPorts } from './ports.ts'
import { type Session, type SignedIn, sessionEnds, sessionsToRevoke, standing } from './session.ts'

/** `browser`: the lasting mark of the browser; `region`: which one, where the address is known in several. */
export type VerifyInput = {
  cookie: ChallengeCookie | undefined
  code: string
  client: string
  browser: string
  region?: string | undefined
}

/** Refusals: `too-many-requests`, `challenge-over`, `wrong-code`, `region-choice`. The answer's secret goes into the cookie and nowhere else. */
export async function verifyCode(
  now: Date,
  ports: SignInPorts,
  { cookie, code, client, browser, region }: VerifyInput,
): Promise<{ signedIn: Omit<SignedIn, 'seen'>; secret: string }> {
  const challenge = cookie && (await ports.signIn.countTry(now, cookie.id, hashSecret(cookie.secret)))
  if (challenge?.known !== true) await countGuess(now, ports, { client, address: challenge?.address })
  if (challenge === undefined) throw new Refused({ code: 'challenge-over' })
  const keys = acceptedSecrets(now, ports.codeKey, ports.codeKeyBefore)
  const right = keys.some((key) => isCode(key, challenge.id, code))
  const people = await peopleOf(ports, challenge)
  if (!right || people.length === 0) {
    throw new Refused({ code: 'wrong-code', triesLeft: Math.max(0, maxTries - challenge.tries) })
  }
  const person = people.length === 1 ? people[0] : people.find((each) => each.region === region)
  if (person === undefined) throw await choiceOf(ports, people)
  if (!(await ports.signIn.useChallenge(challenge.id))) throw new Refused({ code: 'challenge-over' })
  const opened = await openSession(now, ports, person)
  await meetBrowser(now, ports, { region: person.region, personId: person.person.id, secret: browser })
  return opened
}

/** Before anything is compared, so that a guess beyond the limit learns nothing. */
async function countGuess(
  now: Date,
  ports: SignInPorts,
  { client, address }: { client: string; address: string | undefined },
): Promise<void> {
  await countUse(now, ports, limits.verify, client)
  if (address !== undefined) await countHashed(now, ports, limits.guesses, address)
}

type Known = { region: string; person: SignedIn['person'] }

/** As they stand now: somebody disabled since the code was sent gets no session. The read is made for nobody too. */
async function peopleOf(ports: SignInPorts, challenge: Challenge): Promise<Known[]> {
  // Stryker disable next-line ArrayDeclaration: nobody is looked for only so that it takes as long
  const named = challenge.person === undefined ? [nobody] : [challenge.person, ...(challenge.others ?? [])]
  const found = await Promise.all(named.map(({ region, id }) => ports.regions.person(region, id)))
  return named.flatMap(({ region }, index) => {
    const person = found[index]
    return person === undefined || person.disabled ? [] : [{ region, person }]
  })
}

/** Only whoever has the right code is told in which regions the address is known. */
async function choiceOf(ports: SignInPorts, people: readonly Known[]): Promise<Refused> {
  const regions = await Promise.all(
    people.map(async ({ region }) => {
      const name = (await ports.regions.load(region))?.settings.name
      // Stryker disable next-line ObjectLiteral: a region with people has a name
      return { region, name: name ?? { id: region, en: region } }
    }),
  )
  return new Refused({ code: 'region-choice', regions })
}

/** Always under a new secret; of a person's sessions the longest unused makes room. */
async function openSession(
  now: Date,
  ports: SignInPorts,
  { region, person }: Known,
): Promise<{ signedIn: Omit<SignedIn, 'seen'>; secret: string }> {
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
