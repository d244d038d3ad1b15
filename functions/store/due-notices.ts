/**
 * What waits, oldest first. The four shards of the index are each in the order of time; here they are merged, so that a long
 * queue in one shard does not hold back what is older in another. The index may be stale and may name what is gone.
 */
import type { ListedKey } from '../domain/notices/ledger/ledger.ts'
import { dueKeys, noticeKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Keys whose index time is not after `now`. Items with a malformed sort key do not exist: one function writes them all. */
export async function* dueNotices(table: Table, now: Date): AsyncGenerator<ListedKey, void, undefined> {
  const shards = dueKeys.partitions.map((partition) =>
    table.queryIndex({
      name: dueKeys.index,
      partition: [dueKeys.partitionName, partition],
      below: [dueKeys.sortName, dueKeys.upTo(now)],
    }),
  )
  const heads = await Promise.all(shards.map((shard) => next(shard)))
  for (;;) {
    const oldest = oldestOf(heads)
    const shard = shards[oldest]
    const head = heads[oldest]
    if (!shard || !head) return
    heads[oldest] = await next(shard)
    yield { ...noticeKeys.parse(head), place: sortOf(head) }
  }
}

async function next(shard: AsyncGenerator<Item, void, undefined>): Promise<Item | undefined> {
  const { value } = await shard.next()
  return value ?? undefined
}

/** The position of the head that sorts first, or -1. */
function oldestOf(heads: readonly (Item | undefined)[]): number {
  return heads.reduce<number>((best, head, index) => {
    if (!head) return best
    const leader = heads[best]
    return !leader || sortOf(head) < sortOf(leader) ? index : best
  }, -1)
}

function sortOf(item: Item): string {
  return String(item[dueKeys.sortName])
}
