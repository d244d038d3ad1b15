/**
 * The token in a digest's List-Unsubscribe address. Mail programs call it without a session, so the address itself must prove
 * that it stood in a mail to this person: a keyed hash over region and person. All it can do is to stop that person's digests.
 */
import { createHmac } from 'node:crypto'
import { keyFor } from '../../secrets/purpose-keys.ts'
import { isSameSecret } from '../../secrets/token.ts'

export type Subscriber = { region: string; personId: string }

/** `<region>.<person>.<43 characters>`, good for one generation of the person. */
export function unsubscribeToken(secret: string, subscriber: Subscriber, generation = 0): string {
  return tokenBy(keyFor(secret, 'unsubscribe'), subscriber, generation)
}

function tokenBy(key: Buffer | string, { region, personId }: Subscriber, generation: number): string {
  const text = ['unsubscribe', region, personId, ...(generation === 0 ? [] : [generation])].join('|')
  return `${region}.${personId}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

/** Whose token it claims to be; `undefined` for anything that we did not write. */
export function subscriberNamed(token: string): Subscriber | undefined {
  const shape = /^([A-Za-z0-9][A-Za-z0-9-]{0,63})\.([A-Za-z0-9][A-Za-z0-9-]{0,63})\.[A-Za-z0-9_-]{43}$/
  const [, region, personId] = shape.exec(token) ?? []
  return region === undefined || personId === undefined ? undefined : { region, personId }
}

/** Is it the token of this generation, of this release or an older one, whose mails are still read? Compared in constant time. */
export function isSubscriberToken(secret: string, token: string, generation = 0): boolean {
  const named = subscriberNamed(token)
  if (named === undefined) return false
  return [keyFor(secret, 'unsubscribe'), secret].some((key) => isSameSecret(token, tokenBy(key, named, generation)))
}
