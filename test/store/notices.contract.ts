/** The law of the notices' ledger: planning, claiming and events, under races. Ends of a claim: notice-ends.contract.ts. */
import { describe, expect, it } from 'vitest'
import type { NoticeKey } from '../../functions/domain/notices/ledger/ledger.ts'
import { permutations } from '../fixtures/permutations.ts'
import { ack, due, dueAnd, noticeSteps, sendEvent } from './notice-steps.ts'
import { at, noticePlan } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'

export function noticesContract(endpoint: () => StoreEndpoint): void {
  const { ledger, planned, claimed, fenced, waiting } = noticeSteps(endpoint)

  describe('notices: planning', () => {
    it('inserts a notice once, whenever it is planned again', async () => {
      const plan = noticePlan('once')
      expect(await ledger().insert(plan, due)).toBe('inserted')
      expect(await ledger().insert(plan, due)).toBe('already-there')
      expect(await ledger().insert(plan, dueAnd(60))).toBe('already-there')
      expect((await ledger().get(plan))?.plannedAt).toBe(at)
    })

    it('lists a scope without the events in it', async () => {
      const key = await planned('listed', { scope: 'listed' })
      await ledger().insertEvent(sendEvent(key))
      expect((await ledger().list('kota-kupang', 'listed')).map(({ nid }) => nid)).toEqual([key.nid])
    })

    it('tells of a scope the ids alone, and what is not settled since an instant', async () => {
      const on = async (slot: string, dueAt: Date) => planned(slot, { scope: 'settled', dueAt: dueAt.toISOString() })
      const [waits, ended, lately] = [await on('waits', due), await on('ended', due), await on('lately', dueAnd(60))]
      for (const key of [ended, lately]) await ledger().close(key, 'suppressed', 'test', { now: dueAnd(61) })
      await ledger().insertEvent(sendEvent(ended))
      const ids = (keys: readonly { nid: string }[]) => keys.map(({ nid }) => nid).toSorted()
      expect((await ledger().nids('kota-kupang', 'settled')).toSorted()).toEqual(ids([waits, ended, lately]))
      const open = await ledger().unsettled('kota-kupang', 'settled', dueAnd(60))
      expect(ids(open)).toEqual(ids([waits, lately]))
      expect(open).toEqual(expect.arrayContaining([await ledger().get(waits)]))
    })

    it('shows what is due, oldest first over all shards, with keys of 15 digits and the nid', async () => {
      const keys: NoticeKey[] = []
      for (let n = 30; n > 0; n--) {
        keys.unshift(await planned(`order-${n}`, { scope: 'order', dueAt: dueAnd(n).toISOString() }))
      }
      const seen: string[] = []
      for await (const key of ledger().due(dueAnd(20))) if (key.scope === 'order') seen.push(key.nid)
      expect(seen).toEqual(keys.slice(0, 20).map(({ nid }) => nid))
      for (const { dueSk } of await endpoint().table.queryAll('NOTICES#kota-kupang#order')) {
        expect(dueSk).toMatch(/^\d{15}#[0-9A-Z]{26}$/)
      }
    })

    it('only records what was planned as expired', async () => {
      const key = await planned('expired', { state: 'expired' })
      expect(await waiting(dueAnd(9_999), key)).toBe(false)
      expect(await ledger().claim(key, 'A', dueAnd(1))).toBeUndefined()
    })
  })

  describe('notices: claiming', () => {
    it('gives a notice to one of 50 workers', async () => {
      const key = await planned('race')
      const claims = await Promise.all(
        Array.from({ length: 50 }, (_, n) => ledger().claim(key, `worker-${n}`, dueAnd(0))),
      )
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await ledger().get(key)).toMatchObject({ attempts: 1, token: claims.find(Boolean)?.token })
    })

    it('is refused before it is due, in another epoch, and while a claim lives', async () => {
      const key = await planned('early')
      expect(await ledger().claim(key, 'A', dueAnd(-1))).toBeUndefined()
      expect(await ledger('2').claim(key, 'A', dueAnd(0))).toBeUndefined()
      expect(await ledger().claim(key, 'A', dueAnd(0))).toMatchObject({ state: 'claimed', attempts: 1 })
      expect(await ledger().claim(key, 'B', dueAnd(90))).toBeUndefined()
    })

    it('passes on from a worker that died before its fence, whose late fence is then refused', async () => {
      const key = await planned('dead')
      await ledger().claim(key, 'A', dueAnd(0))
      expect(await waiting(dueAnd(89), key)).toBe(false)
      expect(await waiting(dueAnd(91), key)).toBe(true)
      expect(await ledger().claim(key, 'B', dueAnd(91))).toMatchObject({ token: 'B', attempts: 2 })
      expect(await ledger().fence(key, 'A', dueAnd(92))).toBe(false)
      expect(await ledger().fence(key, 'B', dueAnd(92))).toBe(true)
    })

    it('never passes on after a fence, and a fence is set once', async () => {
      const key = await fenced('fence')
      expect(await ledger().fence(key, 'A', dueAnd(2))).toBe(false)
      expect(await ledger().claim(key, 'B', dueAnd(9_999))).toBeUndefined()
      expect(await ledger().close(key, 'cancelled', 'late', { now: dueAnd(9_999) })).toBe(false)
      expect(await ledger().close(key, 'cancelled', 'late', { token: 'A', now: dueAnd(3) })).toBe(false)
    })

    it('comes with its fence in one write, of the very state that the mail was written from', async () => {
      const key = await planned('take')
      const written = { attempts: 0, asOf: due }
      expect(await ledger().take(key, 'A', dueAnd(-1), written)).toBe(false)
      expect(await ledger('2').take(key, 'A', due, written)).toBe(false)
      expect(await ledger().take(key, 'A', due, { ...written, attempts: 1 })).toBe(false)
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, n) => ledger().take(key, `worker-${n}`, due, written)),
      )
      expect(taken.filter(Boolean)).toHaveLength(1)
      const token = `worker-${taken.indexOf(true)}`
      const held = { state: 'claimed', attempts: 1, token, fence: token, fencedAt: at, asOf: at }
      expect(await ledger().get(key)).toMatchObject(held)
      expect(await ledger().take(key, 'B', dueAnd(9_999), { attempts: 1, asOf: due })).toBe(false)
      expect(await ledger().acknowledge(key, token, ack)).toBe(true)
    })

    it('of a worker that died before its fence is taken over with one', async () => {
      const key = await claimed('take-over')
      expect(await ledger().take(key, 'B', dueAnd(90), { attempts: 1, asOf: due })).toBe(false)
      expect(await ledger().take(key, 'B', dueAnd(91), { attempts: 1, asOf: due })).toBe(true)
      expect(await ledger().fence(key, 'A', dueAnd(92))).toBe(false)
    })

    it('are read many at once, those that are there', async () => {
      const [one, two] = [await planned('many-1'), await planned('many-2')]
      const { nid, region, scope } = noticePlan('many-none')
      const found = await ledger().getMany([one, { nid, region, scope }, two])
      expect([...found.keys()].sort()).toEqual([one.nid, two.nid].sort())
      expect(found.get(one.nid)).toEqual(await ledger().get(one))
    })

    it('gives no fence to a lease that is over', async () => {
      const key = await planned('lease')
      await ledger().claim(key, 'A', dueAnd(0))
      expect(await ledger().fence(key, 'A', dueAnd(90))).toBe(false)
    })
  })

  describe('notices: events', () => {
    it('are kept once, beside their notice', async () => {
      const key = await planned('events')
      expect(await ledger().insertEvent(sendEvent(key))).toBe('inserted')
      expect(await ledger().insertEvent(sendEvent(key))).toBe('already-there')
      expect(await ledger().insertEvent(sendEvent(key, 'bounce#1/é'))).toBe('inserted')
      expect((await ledger().events(key)).map(({ id }) => id).sort()).toEqual(['bounce#1/é', 'send-ses-1'])
    })

    it('raise a delivery in rank only, in whatever order they come', async () => {
      const ranks = ['delayed', 'delivered', 'soft-bounced', 'auto-replied', 'bounced', 'complained'] as const
      for (const [n, order] of permutations([...ranks]).entries()) {
        if (n % 7 !== 0) continue
        const key = await planned(`rank-${n}`)
        for (const delivery of order) await ledger().recordDelivery(key, delivery, due)
        expect((await ledger().get(key))?.delivery, order.join()).toBe('complained')
      }
    })
  })
}
