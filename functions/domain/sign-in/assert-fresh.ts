/** Step-up: some acts need a sign-in of the last minutes, so that an unattended screen cannot do them (ASVS 7.5.3). */
import { Refused } from '../refusal.ts'
import type { SignedIn } from './session.ts'

export const freshMinutes = 15

/** Refuses with `fresh-sign-in-required`. */
export function assertFresh(now: Date, { session }: Pick<SignedIn, 'session'>): void {
  const age = now.getTime() - Date.parse(session.startedAt)
  if (age > freshMinutes * 60_000) throw new Refused({ code: 'fresh-sign-in-required', minutes: freshMinutes })
}
