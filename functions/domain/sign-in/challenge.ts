/**
 * One attempt to sign in: opened by an address, answered with the mailed code in the same browser. Its state moves
 * by conditional updates only; who may still answer or ask for another mail is decided here and by the clock.
 */
import { challengeMinutes } from '../secrets/code.ts'

export const maxTries = 5
/** Further sendings of the same code; each at least this long after the one before. */
export const maxResends = 3
export const resendSeconds = 60

export type Challenge = {
  id: string
  /** SHA-256 of the secret in the browser's challenge cookie. */
  browserHash: string
  /** Whom the code goes to; `undefined` for an address that nobody has. */
  person: { region: string; id: string } | undefined
  /** Who else has the address, in other regions: where to is asked when the code is right. */
  others?: readonly { region: string; id: string }[] | undefined
  /** The address hashed with the key, for which guesses are counted; absent in challenges of older releases. */
  address?: string | undefined
  /** Asked for in a browser in which the person has signed in before. */
  known?: boolean | undefined
  state: 'open' | 'used'
  tries: number
  /** Mails so far, the first included. */
  sendings: number
  lastSentAt: string
  /** Exclusive. */
  expiresAt: string
}

export type ChallengeCookie = { id: string; secret: string }

/** The value of the cookie `__Host-ch`. */
export function writeChallengeCookie({ id, secret }: ChallengeCookie): string {
  return `${id}.${secret}`
}

/** `undefined` for anything we did not write. */
export function readChallengeCookie(value: string | undefined): ChallengeCookie | undefined {
  const found = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '')
  if (found === null) return undefined
  const [, id = '', secret = ''] = found
  return { id, secret }
}

/** The end of a challenge that is opened now. A resend does not extend it. */
export function challengeEnd(now: Date): Date {
  return new Date(now.getTime() + challengeMinutes * 60_000)
}

/** Seconds until another mail may be asked for; 0 = now, `undefined` = never again for this challenge. */
export function resendWaitSeconds(now: Date, challenge: Challenge): number | undefined {
  const spent = challenge.state !== 'open' || challenge.tries >= maxTries
  const over = spent || Date.parse(challenge.expiresAt) <= now.getTime()
  if (over || challenge.sendings > maxResends) return undefined
  const freeAt = Date.parse(challenge.lastSentAt) + resendSeconds * 1000
  return Math.max(0, Math.ceil((freeAt - now.getTime()) / 1000))
}
