/**
 * The ledger of notices: the port, with the state machine's moves C0-C10 of trust.md section 3.2 as verbs. Every move is
 * one conditional update; `false` means that the condition did not hold and nothing was written. After an unknown outcome
 * the adapter reads consistently and recognises its own write by the token, so callers see only the three answers above.
 */
import type { Delivery, MailEvent, Notice, NoticePlan } from '../../../schema/notice.ts'

export type NoticeKey = { region: string; scope: string; nid: string }

export const leaseSeconds = 90
/** After a fence without an answer, wait this long for SES's event before the notice may be tried again. */
export const evidenceMinutes = 15
export const maxAttempts = 12
/** No retry later than this after `dueAt` (P6). */
export const retryHours = 4.5

export type NoticeLedger = {
  /** C0. `plannedAt` is only information: planning again with another time inserts nothing. */
  insert(plan: NoticePlan, plannedAt: Date): Promise<'inserted' | 'already-there'>
  /** Keys whose index time is not after `now`, oldest first, all shards. The index may be stale: moves decide. */
  due(now: Date): AsyncIterable<NoticeKey>
  /** Consistent read. */
  get(key: NoticeKey): Promise<Notice | undefined>
  /** All notices of a scope. */
  list(region: string, scope: string): Promise<Notice[]>
  /** C1: planned and due, or claimed by a dead worker before its fence. Answers the claimed notice. */
  claim(key: NoticeKey, token: string, now: Date): Promise<Notice | undefined>
  /** C2, right before the call to SES. `asOf`: up to when the mail tells everything; kept with the notice. */
  fence(key: NoticeKey, token: string, now: Date, asOf?: Date): Promise<boolean>
  /** C3. */
  acknowledge(key: NoticeKey, token: string, ack: { messageId: string; subject: string; at: Date }): Promise<boolean>
  /** C4, only after a definite refusal that may be retried. */
  release(key: NoticeKey, token: string, dueAt: Date, reason: string): Promise<boolean>
  /** C5. */
  fail(key: NoticeKey, token: string, reason: string): Promise<boolean>
  /** C6: SES's own event, or evidence found later, proves that it was sent. */
  confirm(key: NoticeKey, proof: { messageId: string; at: Date; via: 'event' | 'evidence' }): Promise<boolean>
  /** C7: fenced, lease over, no event within `evidenceMinutes`: back to planned, or `unknown` (sign-in codes). */
  requeue(key: NoticeKey, fence: string, to: 'planned' | 'unknown', now: Date): Promise<boolean>
  /** C8 and C9, while planned, or claimed by `token` (or by a dead worker) before the fence. */
  close(
    key: NoticeKey,
    to: 'cancelled' | 'expired' | 'suppressed' | 'parked',
    reason: string,
    by: { token?: string; now: Date },
  ): Promise<boolean>
  /** C10. */
  recordDelivery(key: NoticeKey, delivery: Delivery, at: Date): Promise<boolean>
  insertEvent(event: MailEvent): Promise<'inserted' | 'already-there'>
  events(key: NoticeKey): Promise<MailEvent[]>
}
