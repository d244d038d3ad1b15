/**
 * Notices of another epoch, as a restored table or an imported region brings them: no sender claims one. Each is either let go
 * on under this epoch or ended, by one conditional update, so that two operators at once do it once.
 */
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import { dueKeys, noticeKeys } from './keys.ts'
import { dueAgain } from './notice-item.ts'
import type { Table } from './table.ts'

const waits = '#epoch <> :epoch AND (#state = :planned OR #state = :claimed)'

export function createHeldNotices(table: Table, epoch: string) {
  const values = { epoch, planned: 'planned', claimed: 'claimed' }
  return {
    epoch,
    release: async (key: NoticeKey, dueAt: Date): Promise<boolean> => {
      const { applied } = await table.update({
        key: noticeKeys.of(key),
        set: { epoch, state: 'planned', ...dueAgain(key, dueAt) },
        remove: ['token', 'leaseUntil', 'fence', 'fencedAt'],
        condition: waits,
        values,
        mine: (item) => item.epoch === epoch,
      })
      return applied
    },
    end: async (key: NoticeKey, to: 'unknown' | 'expired', reason: string): Promise<boolean> => {
      const { applied } = await table.update({
        key: noticeKeys.of(key),
        set: { epoch, state: to, reason },
        remove: [dueKeys.partitionName, dueKeys.sortName, 'token', 'leaseUntil'],
        condition: waits,
        values,
        mine: (item) => item.epoch === epoch && item.state === to,
      })
      return applied
    },
  }
}
