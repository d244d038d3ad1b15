/**
 * Each hour, in one of the four runs of reconcile: can people come in? The canary asks for the page, signs in through the site's own
 * address with a code by mail, is shown itself, and signs out. SES's simulator keeps no mail to read: once SES has taken the one with
 * the code, the code is derived as the dispatcher derived it. Whether SES then reports on the mail, the pulse tells.
 */
import type { NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import type { Regions } from '../domain/region/regions.ts'
import { canaryRegion } from '../domain/region/reserved.ts'
import { deriveCode, slotOfSending } from '../domain/secrets/code.ts'
import { canary, canaryBrowser } from '../domain/sign-in/canary.ts'
import { readChallengeCookie } from '../domain/sign-in/challenge.ts'

export type CanaryParts = {
  regions: Pick<Regions, 'person'>
  ledger: Pick<NoticeLedger, 'signInsSince'>
  codeKey: string
  /** Of page and API, as people reach them. */
  siteUrl: string
  /** How long the mail with the code may take to be with SES. */
  patienceMs: number
  clock: () => Date
  delay: (ms: number) => Promise<unknown>
}

export type CanaryStep = 'site' | 'ask for a code' | 'mail with the code' | 'code' | 'being signed in' | 'signing out'
/** `failed`: where it got no further. */
export type CanaryLook = { failed?: CanaryStep }

const quarterMinutes = 15
const requestMs = 5_000
const pollMs = 500

/** Of the runs of an hour the first. */
export function isCanaryTime(now: Date): boolean {
  return now.getUTCMinutes() < quarterMinutes
}

/** Never throws. A system in which no canary is settled yet has none that fails. */
export async function lookAsCanary(parts: CanaryParts): Promise<CanaryLook> {
  let step: CanaryStep = 'site'
  const cookies = new Map([['__Host-browser', canaryBrowser(parts.codeKey)]])
  const ask = (method: string, path: string, body?: object) => request(parts.siteUrl, cookies, { method, path, body })
  try {
    if ((await parts.regions.person(canaryRegion, canary.id)) === undefined) return {}
    if (!/<html/i.test(await (await expected(200, ask('GET', '/'))).text())) return { failed: step }
    await expected(200, ask('GET', '/api/health'))
    step = 'ask for a code'
    const asked = parts.clock()
    await expected(202, ask('POST', '/api/sign-in', { email: canary.email }))
    const challenge = readChallengeCookie(cookies.get('__Host-ch'))
    if (challenge === undefined) return { failed: step }
    step = 'mail with the code'
    if (!(await isSent(parts, challenge.id, asked))) return { failed: step }
    step = 'code'
    await expected(200, ask('POST', '/api/sign-in/verify', { code: deriveCode(parts.codeKey, challenge.id) }))
    step = 'being signed in'
    const me = (await (await expected(200, ask('GET', '/api/me'))).json()) as { region?: unknown }
    if (me.region !== canaryRegion) return { failed: step }
    step = 'signing out'
    await expected(204, ask('POST', '/api/sign-out'))
    return {}
  } catch {
    return { failed: step }
  }
}

/** Waits until SES has taken the challenge's first mail. */
async function isSent({ ledger, patienceMs, delay }: CanaryParts, challengeId: string, asked: Date): Promise<boolean> {
  const slot = slotOfSending(challengeId, 1)
  for (let waited = 0; waited < patienceMs; waited += pollMs) {
    await delay(pollMs)
    const mails = await ledger.signInsSince(canaryRegion, asked)
    if (mails.some((mail) => mail.slot === slot && mail.state === 'sent')) return true
  }
  return false
}

async function expected(status: number, answer: Promise<Response>): Promise<Response> {
  const response = await answer
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}`)
  return response
}

/** As a page of ours asks: with the cookies that it was given. */
async function request(
  siteUrl: string,
  cookies: Map<string, string>,
  { method, path, body }: { method: string; path: string; body?: object | undefined },
): Promise<Response> {
  const response = await fetch(`${siteUrl}${path}`, {
    method,
    signal: AbortSignal.timeout(requestMs),
    headers: {
      origin: new URL(siteUrl).origin,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (name !== undefined && value !== undefined) cookies.set(name, value)
  }
  return response
}
