/**
 * The token in a digest's List-Unsubscribe address. Mail programs call it without a session, so the address itself must prove
 * that it stood in a mail to this person: a keyed hash over region and person. All it can do is to stop that person's digests.
 */
import { createHmac } from 'node:crypto'
import { isSameSecret } from '../../secrets/token.ts'

export type Subscriber = { region: string; personId: string }

/** `<region>.<person>.<43 characters>`. */
export function unsubscribeToken(key: string, { region, personId }: Subscriber): string {
  const text = ['unsubscribe', region, personId].join('|')
  return `${region}.${personId}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

/** Whose token it is; `undefined` for anything that we did not sign. Compared in constant time. */
export function subscriberOf(key: string, token: string): Subscriber | undefined {
  const shape = /^([A-Za-z0-9][A-Za-z0-9-]{0,63})\.([A-Za-z0-9][A-Za-z0-9-]{0,63})\.[A-Za-z0-9_-]{43}$/
  const [, region, personId] = shape.exec(token) ?? []
  if (region === undefined || personId === undefined) return undefined
  return isSameSecret(token, unsubscribeToken(key, { region, personId })) ? { region, personId } : undefined
}
