/** An index of what waits that loses, delays and repeats entries: what is due is found by its state, sent once, and the index mended. */
import { describe, expect, it } from 'vitest'
import { measureHealth } from '../../functions/domain/notices/ledger/health.ts'
import type { ListedKey, NoticeKey } from '../../functions/domain/notices/ledger/ledger.ts'
import { reconcile } from '../../functions/jobs/reconcile.ts'
import { dueKeys, noticeKeys } from '../../functions/store/keys.ts'
import { createReconciliations } from '../../functions/store/mail-service.ts'
import { seededRandom } from '../../local/ses/seeded-random.ts'
import { code, receipt, useWorlds, type World } from './dispatch-world.ts'

const world = useWorlds('reconcile')

function walk(w: World, ledger = w.ledger) {
  const reconciliations = createReconciliations(w.table)
  return reconcile({ ...w.parts, ledger, regions: w.regions, rounds: w.rounds, reconciliations }, w.run())
}

const listed = async (w: World) => {
  const nids: string[] = []
  for await (const { nid } of w.ledger.due(new Date('2100-01-01'))) nids.push(nid)
  return nids
}

/** The item stays as it is, and the index forgets it, as after a kill of dynalite in the middle of a write. */
const forget = (w: World, key: NoticeKey) =>
  w.table.update({
    key: noticeKeys.of(key),
    remove: [dueKeys.partitionName, dueKeys.sortName],
    condition: 'attribute_exists(pk)',
  })

describe('a walk over all notices', () => {
  it('gives back what is due and in no index: planned, claimed by a dead worker, fenced by one', async () => {
    const w = await world()
    const keys = await w.plan(receipt('1'), receipt('2'), receipt('3'), code('c'))
    const [planned, claimed, fenced] = keys as [NoticeKey, NoticeKey, NoticeKey]
    for (const key of [claimed, fenced]) await w.ledger.claim(key, 'dead', w.parts.clock())
    await w.ledger.fence(fenced, 'dead', w.parts.clock())
    for (const key of keys) await forget(w, key)
    w.pass(60)
    expect(await walk(w)).toMatchObject({ waiting: 4, givenBack: 0 })
    w.pass(125)
    expect(await w.dispatch()).toMatchObject({ sent: 0 })
    expect(await walk(w)).toMatchObject({ waiting: 4, givenBack: 3, left: 0, unknown: 0 })
    expect(await Promise.all(keys.map(w.state))).toEqual(['sent', 'sent', 'claimed', 'sent'])
    // 15 minutes of evidence after the lease, and the grace of a sweep.
    w.pass(16 * 60)
    await walk(w)
    for (let minute = 0; minute < 3; minute++) await w.dispatch()
    expect(await w.state(fenced)).toBe('sent')
    expect(keys.map(({ nid }) => w.mails(nid))).toEqual([1, 1, 1, 1])
    expect(await listed(w)).toEqual([])
    expect(await w.state(planned)).toBe('sent')
  })

  it('takes out of the index what waits no longer, also where only the index still says so', async () => {
    const w = await world()
    const [sent, waits] = await w.plan(receipt('1'), receipt('2', { dueAt: '2026-02-10T05:00:00.000Z' }))
    await w.dispatch()
    const place = dueKeys.sort(w.parts.clock(), sent!.nid)
    const set = { [dueKeys.partitionName]: dueKeys.partition(sent!.nid), [dueKeys.sortName]: place }
    await w.table.update({ key: noticeKeys.of(sent!), set, condition: 'attribute_exists(pk)' })
    expect(await listed(w)).toContain(sent!.nid)
    expect(await walk(w)).toMatchObject({ repaired: 1, givenBack: 0 })
    expect(await listed(w)).toEqual([waits!.nid])
    expect(await w.state(sent!)).toBe('sent')
  })

  it('finds all and sends each once under an index that loses, delays and repeats', async () => {
    const w = await world()
    const keys = await w.plan(...Array.from({ length: 60 }, (_, n) => receipt(`n-${n}`)))
    const random = seededRandom(20260210)
    const fates = new Map(keys.map(({ nid }) => [nid, random()]))
    let snapshot: ListedKey[] = []
    const liar: typeof w.ledger = {
      ...w.ledger,
      due: async function* (now) {
        const present: ListedKey[] = []
        for await (const key of w.ledger.due(now)) present.push(key)
        const seen = [...snapshot, ...present]
        snapshot = present
        for (const key of seen) if ((fates.get(key.nid) ?? 1) > 0.4) yield* [key, key]
      },
    }
    for (let run = 0; run < 8; run++) {
      await w.dispatch({ ledger: liar })
      w.pass(300)
      await walk(w, liar)
    }
    expect(await Promise.all(keys.map(w.state))).toEqual(keys.map(() => 'sent'))
    expect(keys.map(({ nid }) => w.mails(nid))).toEqual(keys.map(() => 1))
  })

  it('reads of the mails of signing in the last days only; an older one that still waits is found by the first walk of a day', async () => {
    const w = await world()
    await walk(w)
    const plans = [
      code('new'),
      code('old', { nid: '0'.repeat(26) }),
      code('older', { nid: `U20260201${'0'.repeat(17)}` }),
    ]
    const keys = await w.plan(...plans)
    for (const key of keys) await forget(w, key)
    w.pass(600)
    expect(await walk(w)).toMatchObject({ waiting: 1, givenBack: 1 })
    w.pass(23 * 3_600 - 300)
    expect(w.parts.clock().toISOString().slice(11, 13)).toBe('00')
    expect(await walk(w)).toMatchObject({ waiting: 2, givenBack: 2, left: 0 })
    expect(await Promise.all(keys.map(w.state))).toEqual(['sent', 'sent', 'sent'])
  })

  it('looks through the old mails of a region in the next walk where the first of a day failed', async () => {
    const w = await world()
    await walk(w)
    const [old] = await w.plan(code('older', { nid: `U20260201${'0'.repeat(17)}` }))
    await forget(w, old!)
    w.pass(24 * 3_600)
    let broken = true
    const { list } = w.rounds
    w.rounds.list = async (id) => (broken ? Promise.reject(new Error('no rounds')) : list(id))
    await expect(walk(w)).rejects.toThrow('Region kota-kupang failed: no rounds')
    expect(await w.state(old!)).toBe('planned')
    broken = false
    w.pass(15 * 60)
    expect(await walk(w)).toMatchObject({ givenBack: 1 })
    expect(await w.state(old!)).toBe('sent')
    // Until then, and no longer.
    const reads: string[] = []
    const unsettled: typeof w.ledger.unsettled = (id, scope, since) => {
      reads.push(scope)
      return w.ledger.unsettled(id, scope, since)
    }
    w.pass(15 * 60)
    await walk(w, { ...w.ledger, unsettled })
    expect(reads).not.toContain('sign-in')
    expect(reads.length).toBeGreaterThan(0)
  })

  it('begins elsewhere each quarter of an hour, so that regions for which no time was left get theirs', async () => {
    const w = await world()
    const regions = { ...w.regions, list: async () => Array.from({ length: 40 }, (_, n) => `daerah-${n}`) }
    const seen = new Map<string, number>()
    const rounds = {
      ...w.rounds,
      list: async (id: string) => {
        seen.set(id, (seen.get(id) ?? 0) + 1)
        left -= 1_000
        return []
      },
    }
    let left = 0
    for (let quarter = 0; quarter < 12; quarter++) {
      // Enough for ten regions, and those that are begun beside them.
      left = 30_000
      const parts = { ...w.parts, regions, rounds, reconciliations: createReconciliations(w.table) }
      await expect(reconcile(parts, w.run({ remainingMs: () => left }))).rejects.toThrow('No time is left')
      w.pass(15 * 60)
    }
    expect(seen.size).toBe(40)
  })

  it('tells the health page by state what the index cannot', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    await forget(w, key!)
    w.pass(600)
    const health = () =>
      measureHealth(w.parts.clock(), {
        ...w.parts,
        regions: w.regions,
        notices: w.ledger,
        reconciliations: createReconciliations(w.table),
        lastTick: async () => w.parts.clock(),
      })
    // Nobody can send: what was found stays, and the page says so.
    const stuck = { ...w.ledger, take: async () => false }
    expect(await walk(w, stuck)).toMatchObject({ givenBack: 1, left: 1 })
    expect(await health()).toMatchObject({ status: 'degraded', reconciled: { left: 1 } })
    await forget(w, key!)
    expect(await walk(w)).toMatchObject({ givenBack: 1, left: 0 })
    expect(await health()).toMatchObject({ status: 'ok', reconciled: { left: 0, unknown: 0 } })
    w.pass(50 * 60)
    expect((await health()).status).toBe('degraded')
  })
})
