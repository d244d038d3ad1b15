/**
 * A mail to SES's own mailbox simulator, which takes it and delivers it to nobody: so in a quiet week too it is known whether SES takes
 * our mails and reports on them. It is no notice: the ledger has nothing of it.
 */
import type { Mail } from './mailer.ts'

/** No region and no round is called so. */
const place = { region: 'none', scope: 'canary' } as const
const simulator = 'success@simulator.amazonses.com'

export function canaryMail(now: Date): Mail {
  return {
    ...place,
    nid: `CANARY${String(now.getTime()).padStart(20, '0')}`,
    attempt: 1,
    at: now,
    kind: 'canary',
    to: { name: 'SES', email: simulator },
    replyTo: simulator,
    subject: 'Lengkap: canary',
    text: 'Sent each hour to SES’s mailbox simulator; nobody reads it.',
    html: '<p>Sent each hour to SES’s mailbox simulator; nobody reads it.</p>',
  }
}

export function isCanary({ region, scope }: { region: string; scope: string }): boolean {
  return region === place.region && scope === place.scope
}
