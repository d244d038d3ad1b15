/**
 * The port to challenges, sessions and counters. Every verb makes the same calls to the table whatever it finds, so that
 * calls tell nobody which addresses are known. All reads are consistent; ends are judged by the clock that is passed in.
 */
import type { Challenge } from './challenge.ts'
import type { Limit } from './limits.ts'
import type { Session } from './session.ts'

/** `hash`: of the browser's mark with its person; `seenAt`: the last sign-in with it. */
export type KnownBrowser = { hash: string; seenAt: string }

export type SignInStore = {
  /** Counts one use of the limit, or `amount`, or answers that there is no room. `key` is hashed by the caller. */
  count(
    now: Date,
    limit: Limit,
    key: string,
    amount?: number,
  ): Promise<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>
  insertChallenge(challenge: Challenge): Promise<void>
  /** Counts a try *before* anything is compared: only while open, before its end, of this browser, with tries left. */
  countTry(now: Date, id: string, browserHash: string): Promise<Challenge | undefined>
  /** Counts another sending: only while open, before its end, of this browser, with resends left and after the pause. */
  countSending(now: Date, id: string, browserHash: string): Promise<Challenge | undefined>
  challenge(id: string): Promise<Challenge | undefined>
  /** One caller only gets `true`. */
  useChallenge(id: string): Promise<boolean>
  insertSession(session: Session): Promise<void>
  session(region: string, personId: string, hash: string): Promise<Session | undefined>
  /** Of one person, revoked ones included. */
  sessions(region: string, personId: string): Promise<Session[]>
  /** Notes the last use, unless revoked. */
  touchSession(now: Date, session: Session): Promise<void>
  revokeSession(now: Date, session: Session): Promise<void>
  /** Browsers in which this person has signed in; also such as were not used for longer than they count. */
  browsers(region: string, personId: string): Promise<KnownBrowser[]>
  /** Notes a sign-in with this browser, for the first or another time. */
  noteBrowser(now: Date, region: string, personId: string, hash: string): Promise<void>
}
