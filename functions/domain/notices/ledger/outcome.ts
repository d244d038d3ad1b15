/**
 * What became of a notice, in the terms in which people ask: its state in the ledger, and once it left, what the recipient's
 * mail server said. And whether sending it again can be of use.
 */
import { hourPast, type Notice } from '../../../schema/notice.ts'
import type { NoticeOutcome } from '../../../schema/notice-outcome.ts'

export function outcomeOf({ state, delivery, reason }: Pick<Notice, 'state' | 'delivery' | 'reason'>): NoticeOutcome {
  if (state === 'expired' && reason === hourPast) return 'left-out'
  if (state === 'planned') return 'waiting'
  if (state === 'claimed') return 'sending'
  if (state === 'parked') return 'failed'
  if (state !== 'sent' || delivery === undefined) return state
  if (delivery === 'auto-replied') return 'delivered'
  return delivery === 'soft-bounced' ? 'bounced' : delivery
}

/** Outcomes after which the recipient certainly or probably has nothing. */
export const notArrived: readonly NoticeOutcome[] = [
  'bounced',
  'failed',
  'suppressed',
  'unknown',
  'expired',
  'left-out',
]
