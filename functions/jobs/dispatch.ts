/**
 * The only job that sends. The sweep of every minute is the truth: it takes whatever waits, oldest first and sign-in codes before all,
 * so a stream record or an inline call that got lost only costs a minute. Claims make sweep, stream and inline safe together.
 * A failure of one notice never stops the next.
 */
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import type { DispatchCounts } from '../schema/notice.ts'
import { deliverNotice } from './dispatch/deliver-notice.ts'
import type { DispatchParts, DispatchRun, NoticeOutcome } from './dispatch/dispatch-parts.ts'
import { hasTimeToSend } from './dispatch/time-budget.ts'

/** The sweep: works off what is due until nothing is left or the run's time is nearly over. Throws only when the queue itself cannot be read. */
export async function dispatch(parts: DispatchParts, run: DispatchRun): Promise<DispatchCounts> {
  return dispatchKeys(parts, run, codesFirst(await waiting(parts)))
}

/** The same for keys that are known already, as the table's stream brings them. Never throws. */
export async function dispatchKeys(
  parts: DispatchParts,
  run: DispatchRun,
  keys: readonly NoticeKey[],
): Promise<DispatchCounts> {
  const queue = [...keys]
  const counts: DispatchCounts = { sent: 0, cancelled: 0, failed: 0, retrying: 0 }
  const work = async () => {
    for (let key = queue.shift(); key && hasTimeToSend(run); key = queue.shift()) {
      const outcome = await dispatchOne(parts, run, key)
      if (outcome !== 'nothing') counts[outcome]++
    }
  }
  await Promise.all(Array.from({ length: run.atOnce ?? 4 }, work))
  return counts
}

/** Moves one notice on as far as it goes now. Never throws: what failed is reported, and the lease gives the notice back. */
export async function dispatchOne(parts: DispatchParts, run: DispatchRun, key: NoticeKey): Promise<NoticeOutcome> {
  try {
    return await deliverNotice(parts, run, key)
  } catch (error) {
    parts.report({ nid: key.nid, step: 'dispatch', error })
    return 'retrying'
  }
}

async function waiting({ ledger, clock }: DispatchParts): Promise<NoticeKey[]> {
  const keys: NoticeKey[] = []
  for await (const key of ledger.due(clock())) keys.push(key)
  return keys
}

/** Somebody sits before an empty field and waits for the code. */
function codesFirst(keys: readonly NoticeKey[]): NoticeKey[] {
  const isCode = ({ scope }: NoticeKey) => scope === 'sign-in'
  return [...keys.filter(isCode), ...keys.filter((key) => !isCode(key))]
}
