/**
 * A secret that was rotated: what was given out with the one before is accepted for ten minutes longer, which is how long a mailed
 * code lives; then only the new one counts.
 */
/** `since`: when it was taken out of use. */
export type SecretBefore = { secret: string; since: Date }

const acceptedMinutes = 10

/** The secrets that count at `now`, the newest first. */
export function acceptedSecrets(now: Date, secret: string, before: SecretBefore | undefined): string[] {
  const stillCounts = before !== undefined && now.getTime() < before.since.getTime() + acceptedMinutes * 60_000
  return stillCounts ? [secret, before.secret] : [secret]
}
