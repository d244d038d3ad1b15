/**
 * Opens a challenge for an address and has a code mailed to it, if somebody has it. Known and unknown addresses take the same
 * path: four counters, one look-up of two reads, one challenge, one notice; and they get the same answer.
 */

import { hashSecret, newChallengeId, newSecret } from '../secrets/token.ts'
import { type Challenge, type ChallengeCookie, challengeEnd, resendSeconds } from './challenge.ts'
import { codeNotice, nobody } from './code-notice.ts'
import { countUse, watchEverybody } from './count-use.ts'
import { limits } from './limits.ts'
import type { Sent, SignInPorts } from './ports.ts'

/** `email` in lower case; `client`: the address limits are counted for. Refuses with `too-many-requests` only. */
export async function startSignIn(
  now: Date,
  ports: SignInPorts,
  { email, client }: { email: string; client: string },
): Promise<{ cookie: ChallengeCookie; sent: Sent }> {
  await countUse(now, ports, limits.client, client)
  await countUse(now, ports, limits.addressHour, email)
  await countUse(now, ports, limits.addressDay, email)
  await watchEverybody(now, ports)
  const cookie = { id: newChallengeId(), secret: newSecret() }
  const challenge: Challenge = {
    id: cookie.id,
    browserHash: hashSecret(cookie.secret),
    person: await whoHas(ports, email),
    state: 'open',
    tries: 0,
    sendings: 1,
    lastSentAt: now.toISOString(),
    expiresAt: challengeEnd(now).toISOString(),
  }
  await ports.signIn.insertChallenge(challenge)
  await ports.notices.insert(codeNotice(now, challenge), now)
  const { lastSentAt, expiresAt } = challenge
  return { cookie, sent: { sentAt: lastSentAt, expiresAt, resendAfterSeconds: resendSeconds } }
}

/** Whoever is unknown costs the read that somebody known costs. */
async function whoHas(ports: SignInPorts, email: string): Promise<Challenge['person']> {
  const found = await ports.regions.personByEmail(email)
  if (found !== undefined) return { region: found.region, id: found.person.id }
  await ports.regions.person(nobody.region, nobody.id)
  return undefined
}
