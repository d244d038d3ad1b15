/** The law of the notices' ledger: how a claim ends, who may end it, and what is made of lost answers. */
import { describe, expect, it } from 'vitest'
import type { NoticeKey } from '../../functions/domain/notices/ledger/ledger.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createTable } from '../../functions/store/table.ts'
import { ack, due, dueAnd, noticeSteps, proof } from './notice-steps.ts'
import { at, noticePlan } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'
import { unsureClient } from './unsure-client.ts'

export function noticeEndsContract(endpoint: () => StoreEndpoint): void {
  const { ledger, planned, claimed, fenced, waiting } = noticeSteps(endpoint)

  describe('notices: ends of a claim', () => {
    it('acknowledged by its holder only, and then waits no more', async () => {
      const key = await fenced('ack')
      expect(await ledger().acknowledge(key, 'B', ack)).toBe(false)
      expect(await ledger().acknowledge(key, 'A', ack)).toBe(true)
      expect(await ledger().get(key)).toMatchObject({
        state: 'sent',
        via: 'ack',
        messageId: 'ses-1',
        subject: ack.subject,
      })
      expect(await waiting(dueAnd(9_999), key)).toBe(false)
    })

    it('acknowledged after its event keeps the event as proof and gains its subject', async () => {
      const key = await fenced('event-first')
      expect(await ledger().confirm(key, proof)).toBe(true)
      expect(await ledger().acknowledge(key, 'A', ack)).toBe(true)
      expect(await ledger().get(key)).toMatchObject({ state: 'sent', via: 'event', subject: ack.subject })
    })

    it('released for a later try, with the due instant it had', async () => {
      const key = await fenced('release')
      expect(await ledger().release(key, 'B', { dueAt: dueAnd(60), reason: 'Throttling' })).toBe(false)
      expect(await ledger().release(key, 'A', { dueAt: dueAnd(60), reason: 'Throttling' })).toBe(true)
      expect(await ledger().get(key)).toMatchObject({ state: 'planned', dueAt: at, reason: 'Throttling', attempts: 1 })
      expect(await ledger().claim(key, 'B', dueAnd(59))).toBeUndefined()
      expect(await ledger().claim(key, 'B', dueAnd(60))).toMatchObject({ attempts: 2 })
      expect(await ledger().fence(key, 'B', dueAnd(61))).toBe(true)
    })

    it('counts what only this mail was refused for, from the first time', async () => {
      const key = await planned('refused')
      for (const [n, seconds] of [0, 100, 200].entries()) {
        await ledger().claim(key, `T${n}`, dueAnd(seconds))
        const refusedAt = n === 1 ? undefined : dueAnd(seconds)
        await ledger().release(key, `T${n}`, { dueAt: dueAnd(seconds + 1), reason: 'no', refusedAt })
      }
      expect(await ledger().get(key)).toMatchObject({ attempts: 3, refusals: 2, firstTriedAt: at })
    })

    it('given to a person by its holder, when nobody can ever tell what became of it', async () => {
      const unfenced = await claimed('doubt-early')
      expect(await ledger().doubt(unfenced, 'A', 'TimeoutError')).toBe(false)
      const key = await fenced('doubt')
      expect(await ledger().doubt(key, 'B', 'TimeoutError')).toBe(false)
      expect(await ledger().doubt(key, 'A', 'TimeoutError')).toBe(true)
      expect(await ledger().get(key)).toMatchObject({ state: 'unknown', unknowns: 1, reason: 'TimeoutError' })
      expect(await waiting(dueAnd(9_999), key)).toBe(false)
      expect(await ledger().confirm(key, proof)).toBe(true)
    })

    it('given up after a send without an answer is sent all the same when a report says so', async () => {
      const key = await fenced('late-report')
      await ledger().requeue(key, 'A', 'planned', { now: dueAnd(901) })
      await ledger().close(key, 'cancelled', 'submitted', { now: dueAnd(902) })
      expect(await ledger().confirm(key, proof)).toBe(true)
      expect((await ledger().get(key))?.state).toBe('sent')
    })

    it('keeps up to when the mail tells everything, also when only evidence says that it was sent', async () => {
      const key = await planned('told')
      await ledger().claim(key, 'A', dueAnd(0))
      await ledger().fence(key, 'A', dueAnd(3), dueAnd(1))
      await ledger().requeue(key, 'A', 'planned', { now: dueAnd(904) })
      await ledger().confirm(key, proof)
      expect(await ledger().get(key)).toMatchObject({ state: 'sent', asOf: dueAnd(1).toISOString() })
    })

    it('failed for good', async () => {
      const key = await fenced('fail')
      expect(await ledger().fail(key, 'A', 'MessageRejected')).toBe(true)
      expect(await ledger().get(key)).toMatchObject({ state: 'failed', reason: 'MessageRejected' })
      expect(await waiting(dueAnd(9_999), key)).toBe(false)
      expect(await ledger().confirm(key, proof)).toBe(false)
    })

    it.each(['planned', 'unknown'] as const)(
      'requeued as %s only when lease and wait for evidence are over',
      async (to) => {
        const key = await fenced(`requeue-${to}`)
        expect(await ledger().requeue(key, 'A', to, { now: dueAnd(92) })).toBe(false)
        expect(await ledger().requeue(key, 'B', to, { now: dueAnd(901) })).toBe(false)
        expect(await ledger().requeue(key, 'A', to, { now: dueAnd(901) })).toBe(true)
        expect(await ledger().get(key)).toMatchObject({ state: to, unknowns: 1 })
        expect(await waiting(dueAnd(901), key)).toBe(to === 'planned')
        expect(await ledger().confirm(key, proof)).toBe(true)
      },
    )

    it('closed while planned, by its holder, or for a dead worker; never over a living one', async () => {
      const close = (key: NoticeKey, token: string | undefined, seconds: number) =>
        ledger().close(key, 'cancelled', 'submitted', { ...(token && { token }), now: dueAnd(seconds) })
      expect(await close(await planned('close-1'), undefined, 0)).toBe(true)
      const held = await claimed('close-2')
      expect(await close(held, undefined, 5)).toBe(false)
      expect(await close(held, 'B', 5)).toBe(false)
      expect(await close(held, 'A', 5)).toBe(true)
      expect(await close(await claimed('close-3'), 'B', 91)).toBe(true)
      expect((await ledger().get(held))?.state).toBe('cancelled')
      expect(await waiting(dueAnd(9_999), held)).toBe(false)
    })

    it('of a notice that does not exist change nothing and make no ghost', async () => {
      const { nid, region, scope } = noticePlan('ghost')
      const key = { nid, region, scope }
      const moves = [
        ledger().claim(key, 'A', due),
        ledger().fence(key, 'A', due),
        ledger().take(key, 'A', due, { attempts: 0, asOf: due }),
        ledger().acknowledge(key, 'A', ack),
        ledger().confirm(key, proof),
        ledger().close(key, 'expired', 'late', { now: due }),
        ledger().recordDelivery(key, 'bounced', due),
      ]
      expect((await Promise.all(moves)).every((moved) => !moved)).toBe(true)
      expect(await ledger().get(key)).toBeUndefined()
    })
  })

  describe.each([true, false])('notices after lost answers (repeated by the SDK: %s)', (retryable) => {
    const losses = { count: 0, retryable }
    const unsure = () =>
      createNoticeLedger(createTable(unsureClient(endpoint().endpoint, losses), endpoint().tableName), { epoch: '1' })
    const lost = async <T>(move: () => Promise<T>) => {
      losses.count = 1
      return await move()
    }

    it('know their own moves all the way to sent', async () => {
      const plan = noticePlan(`lost-${retryable}`)
      expect(await lost(() => unsure().insert(plan, due))).toBe('inserted')
      expect(await lost(() => unsure().claim(plan, 'A', dueAnd(0)))).toMatchObject({ token: 'A', attempts: 1 })
      expect(await lost(() => unsure().release(plan, 'A', { dueAt: dueAnd(1), reason: 'Throttling' }))).toBe(true)
      expect(await lost(() => unsure().claim(plan, 'B', dueAnd(1)))).toMatchObject({ token: 'B', attempts: 2 })
      expect(await lost(() => unsure().fence(plan, 'B', dueAnd(2)))).toBe(true)
      expect(await lost(() => unsure().requeue(plan, 'B', 'planned', { now: dueAnd(950) }))).toBe(true)
      expect(await ledger().get(plan)).toMatchObject({ unknowns: 1 })
      const written = { attempts: 2, asOf: dueAnd(950) }
      expect(await lost(() => unsure().take(plan, 'C', dueAnd(950), written))).toBe(true)
      expect(await lost(() => unsure().acknowledge(plan, 'C', ack))).toBe(true)
      expect(await lost(() => unsure().recordDelivery(plan, 'delivered', due))).toBe(true)
    })

    it('know their own endings', async () => {
      const failed = await fenced(`lost-fail-${retryable}`)
      expect(await lost(() => unsure().fail(failed, 'A', 'MessageRejected'))).toBe(true)
      const closed = await planned(`lost-close-${retryable}`)
      expect(await lost(() => unsure().close(closed, 'cancelled', 'submitted', { now: due }))).toBe(true)
      const confirmed = await fenced(`lost-confirm-${retryable}`)
      expect(await lost(() => unsure().confirm(confirmed, proof))).toBe(true)
    })
  })
}
