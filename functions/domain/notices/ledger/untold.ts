/** What the ledger says was due to agencies and did not reach them. */
import type { Notice, NoticeKind } from '../../../schema/notice.ts'
import { outcomeOf } from './outcome.ts'

export type Untold = Pick<Notice, 'kind' | 'recipientId' | 'dueAt' | 'rounds'>

/** What agencies act upon; the mail about the closing is told days later too. */
const owed: readonly NoticeKind[] = [
  'opening',
  'reminder',
  'window',
  'returned',
  'extension-refused',
  'form-moved',
  'duties',
]
/** Addresses that bounce are told elsewhere, and what had no reason any more was not owed. */
const outcomes = ['expired', 'failed', 'unknown']

/** Among all notices of a round's scopes. */
export function untoldIn(notices: readonly Notice[]): Untold[] {
  return notices
    .filter((notice) => owed.includes(notice.kind) && outcomes.includes(outcomeOf(notice)))
    .map(({ kind, recipientId, dueAt, rounds }) => ({ kind, recipientId, dueAt, ...(rounds && { rounds }) }))
}
