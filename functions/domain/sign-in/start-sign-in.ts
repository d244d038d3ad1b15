/**
 * Opens a challenge for an address and has a code mailed to it, if somebody has it. Known and unknown addresses take the same
 * path for strangers: one look-up of two reads, one of browsers, the counters, one challenge, one notice; and they get the same answer.
 */

import { hashAddress, hashSecret, newChallengeId, newSecret } from '../secrets/token.ts'
import { type Challenge, type ChallengeCookie, challengeEnd, resendSeconds } from './challenge.ts'
import { codeNotice, nobody } from './code-notice.ts'
import { countUse, watchEverybody } from './count-use.ts'
import { isKnownBrowser } from './known-browser.ts'
import { limits } from './limits.ts'
import type { Sent, SignInPorts } from './ports.ts'

/** `email` in lower case; `client`: the network limits are counted for; `browser`: its lasting mark. */
export type SignInAsk = { email: string; client: string; browser?: string | undefined }

/** Refuses with `too-many-requests` only. */
export async function startSignIn(
  now: Date,
  ports: SignInPorts,
  { email, client, browser }: SignInAsk,
): Promise<{ cookie: ChallengeCookie; sent: Sent }> {
  const people = await whoHas(ports, email)
  const marks = people.length > 0 ? people : [nobody]
  const asked = await Promise.all(
    marks.map(({ region, id }) => isKnownBrowser(now, ports, { region, personId: id }, browser)),
  )
  const known = asked.includes(true)
  const [person, ...others] = people
  if (known) await countKnown(now, ports, `${browser}|${email}`)
  else await countStranger(now, ports, { email, client })
  await watchEverybody(now, ports)
  const cookie = { id: newChallengeId(), secret: newSecret() }
  const challenge: Challenge = {
    id: cookie.id,
    browserHash: hashSecret(cookie.secret),
    person,
    ...(others.length > 0 ? { others } : {}),
    address: hashAddress(ports.codeKey, email),
    ...(known ? { known } : {}),
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

async function countKnown(now: Date, ports: SignInPorts, mark: string): Promise<void> {
  for (const limit of [limits.knownHour, limits.knownDay]) await countUse(now, ports, limit, mark)
}

/** The narrower limits first: what they refuse uses up nothing of anybody else's. */
async function countStranger(now: Date, ports: SignInPorts, { email, client }: SignInAsk): Promise<void> {
  for (const limit of [limits.pair, limits.pairDay]) await countUse(now, ports, limit, `${email}|${client}`)
  await countUse(now, ports, limits.client, client)
  for (const limit of [limits.address, limits.addressDay]) await countUse(now, ports, limit, email)
}

/** Whoever is unknown costs the read that somebody known costs. */
async function whoHas(ports: SignInPorts, email: string): Promise<{ region: string; id: string }[]> {
  const found = await ports.regions.peopleByEmail(email)
  if (found.length === 0) await ports.regions.person(nobody.region, nobody.id)
  return found.map(({ region, person }) => ({ region, id: person.id }))
}
