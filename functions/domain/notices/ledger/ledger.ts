/**
 * The ledger of notices: the port, with the state machine's moves C0-C10 of docs/ledger.md as verbs. Every move is
 * one conditional update; `false` means that the condition did not hold and nothing was written. After an unknown outcome
 * the adapter reads consistently and recognises its own write by the token, so callers see only the three answers above.
 */
import type { Delivery, MailEvent, Notice, NoticeKind, NoticePlan } from '../../../schema/notice.ts'

export type NoticeKey = { region: string; scope: string; nid: string }
/** `place`: where it stands in the index. */
export type ListedKey = NoticeKey & { place: string }

export const leaseSeconds = 90
/** After a fence without an answer, wait this long for SES's event before the notice may be tried again. */
export const evidenceMinutes = 15
/** After so many sendings of which nobody knows the outcome a person decides. */
export const maxUnknowns = 2
/** Refusals of this very mail; what stops all mail is the breaker's, and is never counted. */
export const maxRefusals = 12
/** No retry later than this after the first try (P6). */
export const retryHours = 4.5

type Tried = Pick<Notice, 'expiresAt' | 'refusals' | 'firstTriedAt' | 'reason'>
export type End = { to: 'expired' | 'failed' | 'parked'; reason: string }

/** The one rule of when trying is over; `undefined` while a try at `at` may still be of use. */
export function endOfTrying(
  at: Date,
  { expiresAt, refusals = 0, firstTriedAt, reason = 'unknown' }: Tried,
): End | undefined {
  const tooLate = at >= new Date(expiresAt)
  if (refusals === 0) return tooLate ? { to: 'expired', reason: 'too-late' } : undefined
  if (refusals >= maxRefusals) return { to: 'parked', reason }
  const windowEnd = new Date(firstTriedAt ?? at).getTime() + retryHours * 3_600_000
  return tooLate || at.getTime() > windowEnd ? { to: 'failed', reason: `retry-window-over: ${reason}` } : undefined
}

/** Back to planned until `dueAt`. `refusedAt`: this mail was refused then; without it nobody's mail was taken, or the run was over. */
export type Release = { dueAt: Date; reason: string; refusedAt?: Date }

/** Since when somebody should have moved the notice on; `undefined` where nobody should yet. */
export function waitsSince(now: Date, notice: Notice): Date | undefined {
  const { state, dueAt, retryAt, leaseUntil, fence } = notice
  const since =
    state === 'planned' ? latest(dueAt, retryAt) : state === 'claimed' ? latest(leaseUntil, dueAt) : undefined
  if (since === undefined) return undefined
  // A sender fell silent after the fence: until the wait for evidence is over there is nothing to do.
  const evidence = state === 'claimed' && fence !== undefined ? evidenceMinutes * 60_000 : 0
  const from = new Date(since.getTime() + evidence)
  return from <= now ? from : undefined
}

function latest(a = '', b = ''): Date {
  return new Date(Math.max(Date.parse(a) || 0, Date.parse(b) || 0))
}

export type NoticeLedger = {
  /** C0. `plannedAt` is only information: planning again with another time inserts nothing. */
  insert(plan: NoticePlan, plannedAt: Date): Promise<'inserted' | 'already-there'>
  /** Keys whose index time is not after `now`, oldest first, all shards. The index may be stale, miss some and repeat others: moves decide. */
  due(now: Date): AsyncIterable<ListedKey>
  /** Consistent read. */
  get(key: NoticeKey): Promise<Notice | undefined>
  /** The same of many in one call, by nid; a hundred keys at most, each once. */
  getMany(keys: readonly NoticeKey[]): Promise<ReadonlyMap<string, Notice>>
  /** All notices of a scope, or those of a kind. */
  list(region: string, scope: string, kind?: NoticeKind): Promise<Notice[]>
  /** The region's test mails, the only dated ones of all rounds; without those of releases that did not date their ids. */
  testMails(region: string): Promise<Notice[]>
  /** The ids of a scope's notices, also of those that another release planned: nothing is held but them. */
  nids(region: string, scope: string): Promise<string[]>
  /** Of a scope those that wait, those whose fate is unknown, and all that fell due since then. */
  unsettled(region: string, scope: string, since: Date): Promise<Notice[]>
  /** Mails of signing in since the start of that day in UTC; without those of releases that did not date their ids. */
  signInsSince(region: string, day: Date): Promise<Notice[]>
  /** C1: planned and due, or claimed by a dead worker before its fence. Answers the claimed notice. */
  claim(key: NoticeKey, token: string, now: Date): Promise<Notice | undefined>
  /**
   * C1 and C2 in one write, right before the call to SES, for a mail that was written after so many `attempts`. `asOf`: up to when it tells
   * everything; kept with the notice.
   */
  take(key: NoticeKey, token: string, now: Date, written: { attempts: number; asOf: Date }): Promise<boolean>
  /** C2 alone. */
  fence(key: NoticeKey, token: string, now: Date, asOf?: Date): Promise<boolean>
  /** C3. */
  acknowledge(key: NoticeKey, token: string, ack: { messageId: string; subject: string; at: Date }): Promise<boolean>
  /** C4, only where certainly nothing was handed over. */
  release(key: NoticeKey, token: string, release: Release): Promise<boolean>
  /** C5. */
  fail(key: NoticeKey, token: string, reason: string): Promise<boolean>
  /** The holder does not know what became of it, and nobody will ever tell: `unknown`, for a person. */
  doubt(key: NoticeKey, token: string, reason: string): Promise<boolean>
  /** C6: SES's own event, or evidence found later, proves that it was sent; also of what was given up after a send without an answer. */
  confirm(key: NoticeKey, proof: { messageId: string; at: Date; via: 'event' | 'evidence' }): Promise<boolean>
  /** C7: fenced, lease over, no event within `evidenceMinutes` (`at-once`: none can come): back to planned, or `unknown`. */
  requeue(
    key: NoticeKey,
    fence: string,
    to: 'planned' | 'unknown',
    by: { now: Date; wait?: 'at-once' },
  ): Promise<boolean>
  /** C8 and C9, while planned, or claimed by `token` (or by a dead worker) before the fence. */
  close(
    key: NoticeKey,
    to: 'cancelled' | 'expired' | 'suppressed' | 'parked' | 'failed',
    reason: string,
    by: { token?: string; now: Date },
  ): Promise<boolean>
  /** Gives a notice that waits its place in the index back; false where it has moved on since it was read. */
  relist(notice: Notice, now: Date): Promise<boolean>
  /** Takes what no longer waits out of the index, where it still stands at `place`. */
  unlist(key: NoticeKey, place: string): Promise<boolean>
  /** C10. */
  recordDelivery(key: NoticeKey, delivery: Delivery, at: Date): Promise<boolean>
  insertEvent(event: MailEvent): Promise<'inserted' | 'already-there'>
  events(key: NoticeKey): Promise<MailEvent[]>
}
