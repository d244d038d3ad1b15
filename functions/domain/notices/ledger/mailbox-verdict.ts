/**
 * May this address be mailed at all? An address that bounced gets nothing but sign-in codes and test mails, which a person at the
 * keyboard has just asked for: so a repaired mailbox is noticed. Who complained gets no more alerts and digests, but still the answers to his own acts
 * and changes of his dates; his agency's head is alerted by the alert plan, and the digest names whom to call.
 */

import type { NoticeKind } from '../../../schema/notice.ts'
import type { Mailbox } from '../../region/regions.ts'

const afterComplaint: readonly NoticeKind[] = [
  'sign-in-code',
  'sign-in-new-browser',
  'test-mail',
  'receipt',
  'returned',
  'window',
  'extension-refused',
  'unassigned',
  'duties',
]

const askedFor: readonly NoticeKind[] = ['sign-in-code', 'test-mail']

/** The reason not to mail, for the ledger, or `undefined`. */
export function mailboxVerdict(kind: NoticeKind, mailbox: Mailbox | undefined): string | undefined {
  if (mailbox?.state === 'bounced' && !askedFor.includes(kind)) return 'mailbox-bounced'
  if (mailbox?.state === 'complained' && !afterComplaint.includes(kind)) return 'mailbox-complained'
  return undefined
}
