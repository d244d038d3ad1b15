/**
 * What SES answered, written down. Only a definite answer moves the notice; after an unknown one it stays fenced, and the sweep
 * waits for evidence. Retries end after 12 attempts (parked), 4.5 hours, or when the mail would be of no use any more; then it is shown to a person.
 */
import { maxAttempts, retryHours } from '../../domain/notices/ledger/ledger.ts'
import type { Mail, MailOutcome } from '../../domain/notices/ledger/mailer.ts'
import { backOffMs } from './back-off.ts'
import type { DispatchParts, Held, NoticeOutcome } from './dispatch-parts.ts'

export async function recordOutcome(
  parts: DispatchParts,
  held: Held,
  mail: Mail,
  result: MailOutcome,
): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
  switch (result.outcome) {
    case 'accepted': {
      const ack = { messageId: result.messageId, subject: mail.subject, at: clock() }
      return (await ledger.acknowledge(held.key, held.token, ack)) ? 'sent' : 'nothing'
    }
    case 'refused':
      if (result.retry) return retryLater(parts, held, result.reason)
      return (await ledger.fail(held.key, held.token, result.reason)) ? 'failed' : 'nothing'
    case 'unknown':
      parts.report({ nid: held.notice.nid, step: 'send', error: new Error(result.reason) })
      return 'retrying'
  }
}

/** Back to planned with a growing delay, or to an end when there is no later. Only where nothing was handed over. */
export async function retryLater(
  { ledger, clock }: DispatchParts,
  { key, token, notice }: Held,
  reason: string,
): Promise<NoticeOutcome> {
  const now = clock()
  const next = new Date(now.getTime() + backOffMs(notice.nid, notice.attempts))
  const windowEnd = new Date(new Date(notice.dueAt).getTime() + retryHours * 3_600_000)
  if (next >= new Date(notice.expiresAt) || next > windowEnd) {
    return (await ledger.fail(key, token, `retry-window-over: ${reason}`)) ? 'failed' : 'nothing'
  }
  if (!(await ledger.release(key, token, next, reason))) return 'nothing'
  if (notice.attempts < maxAttempts) return 'retrying'
  return (await ledger.close(key, 'parked', reason, { now })) ? 'failed' : 'nothing'
}
