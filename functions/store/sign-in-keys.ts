/** Keys of signing in, as the others are put together in keys.ts. */
import { join, padded } from './key-parts.ts'
import type { Key } from './keys.ts'

/** Signing in. Sessions of a person are one partition, so that a request reads one item and "all of them" is one query. */
export const signInKeys = {
  challenge: (id: string): Key => ({ pk: join('CHALLENGE', id), sk: 'CHALLENGE' }),
  sessions: (region: string, personId: string) => join('SESSIONS', region, personId),
  session: (region: string, personId: string, hash: string): Key => ({
    pk: join('SESSIONS', region, personId),
    sk: join(hash),
  }),
  browsers: (region: string, personId: string) => join('BROWSERS', region, personId),
  browser: (region: string, personId: string, hash: string): Key => ({
    pk: join('BROWSERS', region, personId),
    sk: join(hash),
  }),
  counter: (c: { scope: string; key: string; window: number }): Key => ({
    pk: join('COUNTER', c.scope, c.key),
    sk: padded(c.window, 10),
  }),
}
