/**
 * The token in a feed's address: whoever has it may read the feed, because calendar programs cannot sign in. It is a keyed hash
 * over region, agency and generation, so it can be shown again at any time, cannot be guessed, and is stored nowhere; renewing
 * counts the generation up. A new key ends all addresses at once.
 */
import { createHmac } from 'node:crypto'
import { isSameSecret } from '../secrets/token.ts'

export type FeedPlace = { region: string; agencyId: string }

/** `<region>.<agency>.<43 characters>`. */
export function feedToken(key: string, { region, agencyId }: FeedPlace, generation: number): string {
  const text = ['calendar', region, agencyId, generation].join('|')
  return `${region}.${agencyId}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

/** Which feed a token claims to open; `undefined` for anything that we did not write. */
export function placeOfToken(token: string): FeedPlace | undefined {
  const shape = /^([A-Za-z0-9][A-Za-z0-9-]{0,63})\.([A-Za-z0-9][A-Za-z0-9-]{0,63})\.[A-Za-z0-9_-]{43}$/
  const [, region, agencyId] = shape.exec(token) ?? []
  return region === undefined || agencyId === undefined ? undefined : { region, agencyId }
}

/** Is it the token of this generation? Compared in constant time. */
export function isFeedToken(key: string, token: string, generation: number): boolean {
  const place = placeOfToken(token)
  return place !== undefined && isSameSecret(token, feedToken(key, place, generation))
}
