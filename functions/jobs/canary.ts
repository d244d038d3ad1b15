/**
 * Each hour, in one of the four runs of reconcile: does the site answer as people reach it, and does SES take a mail? Whether SES then
 * reports on it, the pulse tells. It signs nobody in: for that it would have to be somebody of a region.
 */
import { canaryMail } from '../domain/notices/ledger/canary.ts'
import type { Mailer } from '../domain/notices/ledger/mailer.ts'
import type { MailPulse } from '../domain/notices/ledger/pulse.ts'

export type CanaryParts = {
  mailer: Pick<Mailer, 'send'>
  pulse: MailPulse
  /** Whether page and API answer through the site's own address. */
  siteAnswers: () => Promise<boolean>
  clock: () => Date
}

/** What failed; none: all is well. */
export type Sung = { failed: ('site' | 'mail')[] }

const quarterMinutes = 15

/** Of the runs of an hour the first. */
export function isTimeToSing(now: Date): boolean {
  return now.getUTCMinutes() < quarterMinutes
}

/** Never throws. */
export async function sing({ mailer, pulse, siteAnswers, clock }: CanaryParts): Promise<Sung> {
  const [site, mail] = await Promise.all([siteAnswers().catch(() => false), sendOne(clock(), mailer, pulse)])
  return { failed: [...(site ? [] : (['site'] as const)), ...(mail ? [] : (['mail'] as const))] }
}

/**
 * Noted before it is sent, or a report that is quicker than the note would leave it waiting for another until the next hour; taken back
 * where nothing was sent. What the table does not take is no fault of the mail's.
 */
async function sendOne(now: Date, mailer: CanaryParts['mailer'], pulse: CanaryParts['pulse']): Promise<boolean> {
  const waited = await pulse.unansweredSince().catch(() => now)
  await pulse.accepted(now).catch(() => undefined)
  const isTaken = (await mailer.send(canaryMail(now))).outcome === 'accepted'
  if (!isTaken && waited === undefined) await pulse.answered(now).catch(() => undefined)
  return isTaken
}
