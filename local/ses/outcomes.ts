/**
 * What becomes of an accepted message at each recipient: the mailbox simulator's addresses, the account's suppression
 * list, and otherwise delivery.
 * As in SES, a suppressed recipient is no refusal: the call succeeds, `Send` is published, and a hard bounce follows.
 */
import type { SuppressionReason } from './suppression-list.ts'

/** `suppressed` is the account's list (`OnAccountSuppressionList`), `globally-suppressed` the one SES keeps (`Suppressed`). */
export type Outcome = 'delivered' | 'bounced' | 'out-of-office' | 'complained' | 'suppressed' | 'globally-suppressed'

/** SES documents `suppressionlist@` as an address on its *global* list. */
const simulator: Readonly<Record<string, Outcome>> = {
  success: 'delivered',
  bounce: 'bounced',
  ooto: 'out-of-office',
  complaint: 'complained',
  suppressionlist: 'globally-suppressed',
}

/** The settings that decide an outcome; addresses are compared without their case. */
export type OutcomeRules = {
  isSuppressed: (address: string) => boolean
  outcomes: Readonly<Record<string, Outcome>>
}

/** The outcome for one address; the simulator knows labels (`bounce+label@`). */
export function outcomeFor(address: string, rules: OutcomeRules): Outcome {
  const wanted = address.toLowerCase()
  if (isSimulator(wanted)) return simulator[wanted.slice(0, wanted.indexOf('@')).replace(/\+.*$/, '')] ?? 'delivered'
  if (rules.isSuppressed(wanted)) return 'suppressed'
  return Object.entries(rules.outcomes).find(([entry]) => entry.toLowerCase() === wanted)?.[1] ?? 'delivered'
}

/** What SES writes on the account's list after such an outcome; the simulator's addresses never get there. */
export function suppressionAfter(address: string, outcome: Outcome): SuppressionReason | undefined {
  if (isSimulator(address)) return undefined
  return outcome === 'bounced' ? 'BOUNCE' : outcome === 'complained' ? 'COMPLAINT' : undefined
}

/** Whether an address belongs to the mailbox simulator, which never counts against the quota. */
export function isSimulator(address: string): boolean {
  return address.toLowerCase().endsWith('@simulator.amazonses.com')
}
