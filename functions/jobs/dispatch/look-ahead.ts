/**
 * Notices read some at a time, shortly before their turn: the claim decides by what stands there then, so what was read may be old. It is
 * thrown away after a moment all the same, for another sender may be at work on the same notices, and writing what it sends is in vain.
 */
import type { NoticeKey } from '../../domain/notices/ledger/ledger.ts'
import type { Notice } from '../../schema/notice.ts'
import type { DispatchParts } from './dispatch-parts.ts'

const readAtOnce = 25
const keptMs = 2_000

export type LookAhead = (key: NoticeKey) => Promise<Notice | undefined>

/** `queue`: what comes next, which its owner shortens. Throws what the ledger throws. */
export function createLookAhead({ ledger, clock }: DispatchParts, queue: readonly NoticeKey[]): LookAhead {
  const read = new Map<string, { at: number; notice: Promise<Notice | undefined> }>()
  let wanted: NoticeKey[] = []
  let reading: Promise<ReadonlyMap<string, Notice>> | undefined
  const readNext = async () => {
    // After all who ask in this turn.
    await Promise.resolve()
    const keys = new Map([...wanted, ...queue.slice(0, readAtOnce)].map((key) => [key.nid, key]))
    wanted = []
    const many = ledger.getMany([...keys.values()])
    reading = undefined
    for (const nid of keys.keys()) {
      const notice = many.then((found) => found.get(nid))
      notice.catch(() => read.delete(nid))
      read.set(nid, { at: clock().getTime(), notice })
    }
    return many
  }
  return async (key) => {
    const known = read.get(key.nid)
    read.delete(key.nid)
    if (known !== undefined && clock().getTime() - known.at < keptMs) return known.notice
    wanted.push(key)
    reading ??= readNext()
    return (await reading).get(key.nid)
  }
}
