/**
 * What the promises about mail come to, judged by the state of all notices and by no index: what ended without being sent, codes that
 * nobody got, and how long the oldest has waited since it was first due, also while it is put off again and again.
 */
import { type Notice, signInScope } from '../../../schema/notice.ts'

/** `failed`: ended as failed or parked, due within the last day; `codesUnsent`: codes due within the last hour that were not sent. */
export type Unsent = { failed: number; codesUnsent: number; oldestUnsentSeconds: number }

const dayMs = 86_400_000
const hourMs = 3_600_000

export function measureUnsent(now: Date, notices: readonly Notice[]): Unsent {
  const age = ({ dueAt }: Notice) => now.getTime() - Date.parse(dueAt)
  const due = notices.filter((notice) => age(notice) >= 0)
  const failed = due.filter(({ state }) => state === 'failed' || state === 'parked')
  const lost = due.filter(({ scope, state }) => scope === signInScope && lostCode.has(state))
  const waiting = due.filter(({ state }) => state === 'planned' || state === 'claimed')
  return {
    failed: failed.filter((notice) => age(notice) < dayMs).length,
    codesUnsent: lost.filter((notice) => age(notice) < hourMs).length,
    oldestUnsentSeconds: Math.floor(waiting.reduce((most, notice) => Math.max(most, age(notice)), 0) / 1000),
  }
}

/** A code that was cancelled or suppressed was not to be sent. */
const lostCode: ReadonlySet<string> = new Set(['failed', 'parked', 'expired', 'unknown'])
