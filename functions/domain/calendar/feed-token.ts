/**
 * The token in a feed's address: whoever has it may read the feed, because calendar programs cannot sign in. It is a keyed hash
 * over region, agency and generation, so it can be shown again at any time, cannot be guessed, and is stored nowhere; renewing
 * counts the generation up. A new secret ends all addresses at once.
 */
import { createHmac } from 'node:crypto'
import { keyFor } from '../secrets/purpose-keys.ts'
import { isSameSecret } from '../secrets/token.ts'

/** `reader`: who was shown the address; those of earlier releases name nobody. */
export type FeedPlace = { region: string; agencyId: string; reader?: string | undefined }
/** Counted up by renewing the agency's feed, and whenever the reader's standing changes. */
export type FeedGenerations = { agency: number; reader?: number | undefined }

/** `<region>.<agency>.<reader>.<43 characters>`. */
export function feedToken(secret: string, place: FeedPlace, generations: FeedGenerations): string {
  return tokenBy(keyFor(secret, 'feeds'), place, generations)
}

function tokenBy(key: Buffer | string, { region, agencyId, reader }: FeedPlace, generations: FeedGenerations): string {
  const whose = reader === undefined ? [] : [reader, generations.reader ?? 0]
  const text = ['calendar', region, agencyId, generations.agency, ...whose].join('|')
  const place = [region, agencyId, ...(reader === undefined ? [] : [reader])].join('.')
  return `${place}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

/** Which feed a token claims to open; `undefined` for anything that we did not write. */
export function placeOfToken(token: string): FeedPlace | undefined {
  const shape =
    /^([A-Za-z0-9][A-Za-z0-9-]{0,63})\.([A-Za-z0-9][A-Za-z0-9-]{0,63})(?:\.([A-Za-z0-9][A-Za-z0-9-]{0,63}))?\.[A-Za-z0-9_-]{43}$/
  const [, region, agencyId, reader] = shape.exec(token) ?? []
  return region === undefined || agencyId === undefined ? undefined : { region, agencyId, reader }
}

/** Is it the token of these generations, of this release or an older one? Compared in constant time. */
export function isFeedToken(secret: string, token: string, generations: FeedGenerations): boolean {
  const place = placeOfToken(token)
  if (place === undefined) return false
  return [keyFor(secret, 'feeds'), secret].some((key) => isSameSecret(token, tokenBy(key, place, generations)))
}
