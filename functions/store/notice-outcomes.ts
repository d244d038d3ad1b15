/**
 * The moves that end a claim (C3-C9): sent, released, failed, requeued, closed. Each tells by its condition who may make it: the
 * holder of the token, or, where there is no living holder, whoever sweeps. `leftBy` keeps the token (or fence) of the worker that
 * made the move, for its own write after an unknown outcome.
 */
import type { NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import { dueKeys, noticeKeys } from './keys.ts'
import { dueAgain, iso } from './notice-item.ts'
import type { Table, Update } from './table.ts'

type Outcomes = Pick<NoticeLedger, 'acknowledge' | 'release' | 'fail' | 'doubt' | 'confirm' | 'requeue' | 'close'>

/** Leaving the index: nothing more is to be done. */
const settled = [dueKeys.partitionName, dueKeys.sortName, 'leaseUntil']
const unclaimed = ['token', 'leaseUntil', 'fence', 'fencedAt']
const givenUp = [...settled, 'token', 'fence', 'fencedAt']
const held = '#token = :token AND #state = :claimed'
const mayBeOut = '#state IN (:planned, :claimed, :unknown)'

export function createOutcomes(table: Table, { evidenceMs }: { evidenceMs: number }): Outcomes {
  const apply = (update: Update) => table.move(update)
  const longAgo = (now: Date) => new Date(now.getTime() - evidenceMs)
  return {
    acknowledge: (key, token, ack) => acknowledge(apply, { key: noticeKeys.of(key), token, ...ack }),
    release: (key, token, { dueAt, reason, refusedAt }) =>
      apply({
        key: noticeKeys.of(key),
        set: { state: 'planned', retryAt: iso(dueAt), reason, leftBy: token, ...dueAgain(key, dueAt) },
        remove: unclaimed,
        ...(refusedAt && { first: { firstTriedAt: iso(refusedAt) }, add: { refusals: 1 } }),
        condition: held,
        values: { token, claimed: 'claimed' },
        mine: (item) => item.leftBy === token && item.state === 'planned',
      }),
    doubt: (key, token, reason) =>
      apply({
        key: noticeKeys.of(key),
        set: { state: 'unknown', reason, leftBy: token },
        remove: givenUp,
        add: { unknowns: 1 },
        condition: `${held} AND attribute_exists(#fence)`,
        values: { token, claimed: 'claimed' },
        mine: (item) => item.leftBy === token && item.state === 'unknown',
      }),
    fail: (key, token, reason) =>
      apply({
        key: noticeKeys.of(key),
        set: { state: 'failed', reason },
        remove: settled,
        condition: held,
        values: { token, claimed: 'claimed' },
        mine: (item) => item.token === token && item.state === 'failed',
      }),
    confirm: (key, { messageId, at, via }) =>
      apply({
        key: noticeKeys.of(key),
        set: { state: 'sent', messageId, via, sentAt: iso(at) },
        remove: settled,
        condition: `attribute_exists(pk) AND (${mayBeOut} OR (#unknowns > :none AND #state <> :sent))`,
        values: { planned: 'planned', claimed: 'claimed', unknown: 'unknown', sent: 'sent', none: 0 },
        mine: (item) => item.state === 'sent' && item.messageId === messageId && item.via === via,
      }),
    requeue: (key, fence, to, { now, wait }) =>
      apply({
        key: noticeKeys.of(key),
        set: { state: to, leftBy: fence, ...(to === 'planned' && { retryAt: iso(now), ...dueAgain(key, now) }) },
        remove: to === 'planned' ? unclaimed : givenUp,
        add: { unknowns: 1 },
        condition: '#state = :claimed AND #fence = :fence AND #leaseUntil < :now AND #fencedAt <= :waited',
        values: { claimed: 'claimed', fence, now: iso(now), waited: iso(wait ? now : longAgo(now)) },
        mine: (item) => item.leftBy === fence && item.state === to,
      }),
    close: (key, to, reason, { token, now }) => {
      const mayTake = token === undefined ? '#leaseUntil < :now' : '(#token = :token OR #leaseUntil < :now)'
      return apply({
        key: noticeKeys.of(key),
        set: { state: to, reason },
        remove: settled,
        condition: `#state = :planned OR (#state = :claimed AND attribute_not_exists(#fence) AND ${mayTake})`,
        values: { planned: 'planned', claimed: 'claimed', now: iso(now), ...(token !== undefined && { token }) },
        mine: (item) => item.state === to && item.reason === reason,
      })
    },
  }
}

type Acknowledgement = { key: Update['key']; token: string; messageId: string; subject: string; at: Date }

/** C3. Where SES's event was faster (C6) the notice is sent already, and only its subject is still missing. */
async function acknowledge(
  apply: (update: Update) => Promise<boolean>,
  { key, token, messageId, subject, at }: Acknowledgement,
): Promise<boolean> {
  const acknowledged = await apply({
    key,
    set: { state: 'sent', messageId, subject, via: 'ack', sentAt: iso(at) },
    remove: settled,
    condition: held,
    values: { token, claimed: 'claimed' },
    mine: (item) => item.token === token && item.state === 'sent' && item.via === 'ack',
  })
  if (acknowledged) return true
  return apply({
    key,
    set: { subject },
    condition: '#token = :token AND #state = :sent',
    values: { token, sent: 'sent' },
    mine: (item) => item.token === token && item.subject === subject,
  })
}
