/**
 * Whether the provider's reports arrive. Evidence that never comes looks like a mail that never left, so a broken way of the reports
 * must be noticed by itself: no report at all about what was sent since.
 */
export const silentMinutes = 30

export type MailPulse = {
  /** A mail was taken at `at`. */
  accepted(at: Date): Promise<void>
  /** A report came about a mail that was sent at `mailedAt`. */
  answered(mailedAt: Date): Promise<void>
  /** Since when mails were taken of which no report has come; `undefined`: none are. */
  unansweredSince(): Promise<Date | undefined>
}

/** Since when the reports are missing, once that is longer than reports may take. */
export async function silentSince(now: Date, pulse: Pick<MailPulse, 'unansweredSince'>): Promise<Date | undefined> {
  const since = await pulse.unansweredSince()
  return since !== undefined && now.getTime() - since.getTime() >= silentMinutes * 60_000 ? since : undefined
}
