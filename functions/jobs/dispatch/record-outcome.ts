/**
 * What the provider answered, written down. Only a definite answer moves the notice; after an unknown one it stays fenced, and the sweep
 * waits for evidence, where there can be any. What only this mail was refused for is tried again until the ledger's rule ends it;
 * what nobody's mail was taken for costs it nothing.
 */
import { endOfTrying } from '../../domain/notices/ledger/ledger.ts'
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
  const { key, token, notice } = held
  switch (result.outcome) {
    case 'accepted': {
      const ack = { messageId: result.messageId, subject: mail.subject, at: clock() }
      const acknowledged = await ledger.acknowledge(key, token, ack)
      await noteAccepted(parts, notice.nid, mail.at)
      return acknowledged ? 'sent' : 'nothing'
    }
    case 'refused':
      if (result.retry) return retryLater(parts, held, result.reason, 'refused')
      return (await ledger.fail(key, token, result.reason)) ? 'failed' : 'nothing'
    case 'unavailable':
      return (await ledger.release(key, token, { dueAt: clock(), reason: result.reason })) ? 'held' : 'nothing'
    case 'unknown':
      parts.report({ nid: notice.nid, step: 'send', error: new Error(result.reason) })
      if (parts.mailer.evidence) return 'retrying'
      return (await ledger.doubt(key, token, result.reason)) ? 'failed' : 'nothing'
  }
}

async function noteAccepted({ mailer, pulse, report }: DispatchParts, nid: string, at: Date): Promise<void> {
  if (mailer.evidence) await pulse.accepted(at).catch((error) => report({ nid, step: 'pulse', error }))
}

/** Back to planned with a growing delay, or to an end when there is no later. Only where nothing was handed over. */
export async function retryLater(
  { ledger, clock }: DispatchParts,
  { key, token, notice }: Held,
  reason: string,
  why: 'refused' | 'waiting',
): Promise<NoticeOutcome> {
  const now = clock()
  if (why === 'waiting') {
    const dueAt = new Date(now.getTime() + backOffMs(notice.nid, notice.attempts))
    return (await ledger.release(key, token, { dueAt, reason })) ? 'retrying' : 'nothing'
  }
  const refusals = (notice.refusals ?? 0) + 1
  const firstTriedAt = notice.firstTriedAt ?? now.toISOString()
  const dueAt = new Date(now.getTime() + backOffMs(notice.nid, refusals))
  if (!(await ledger.release(key, token, { dueAt, reason, refusedAt: now }))) return 'nothing'
  const end = endOfTrying(dueAt, { ...notice, refusals, firstTriedAt, reason })
  if (!end) return 'retrying'
  return (await ledger.close(key, end.to, end.reason, { now })) ? 'failed' : 'nothing'
}
