/**
 * One breaker for all mail. While the provider takes nobody's mail, a notice that knocks loses nothing: nothing is claimed, and one
 * mail at a time tries whether it has lifted, after a pause that grows. Kept in the table, for senders are many and short-lived.
 */
import type { Instant } from '../../../schema/ids.ts'
import type { MailTrouble } from './mailer.ts'

/** Why, since when, and when the next mail may try. `failures` counts tries in a row. */
export type OpenBreaker = { since: Instant; trouble: MailTrouble; reason: string; failures: number; retryAt: Instant }
export type Trouble = { trouble: MailTrouble; reason: string }

export type MailBreaker = {
  /** `undefined` while mail goes. Consistent read. */
  read(): Promise<OpenBreaker | undefined>
  /** Opens, or makes the pause longer. Told twice within a pause it grows once. */
  refuse(now: Date, trouble: Trouble): Promise<void>
  /** Takes the one try that is due. False where it is not due, or another sender has it. */
  takeProbe(now: Date): Promise<boolean>
  close(now: Date): Promise<void>
}

const firstSeconds = 1
const longestSeconds = 300
/** A sender that died with the try in its hands is not waited for longer. */
export const probeSeconds = 90

/** Milliseconds to the next try after so many failures in a row. */
export function pauseMs(failures: number): number {
  return Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - 1, 20)) * 1_000
}

/** What stands there after one more refusal. */
export function refusedAgain(now: Date, known: OpenBreaker | undefined, { trouble, reason }: Trouble): OpenBreaker {
  // Mails that were on their way when it opened say nothing new.
  if (known !== undefined && now < new Date(known.retryAt) && known.trouble === trouble) return known
  const failures = (known?.failures ?? 0) + 1
  const retryAt = new Date(now.getTime() + pauseMs(failures)).toISOString()
  return { since: known?.since ?? now.toISOString(), trouble, reason, failures, retryAt }
}
