/** A provider that takes nobody's mail: nothing is lost, no try is spent, one mail at a time asks, and codes go first when it lifts. */
import { describe, expect, it } from 'vitest'
import { mailHealth } from '../../functions/domain/notices/ledger/health.ts'
import type { Mailer, MailOutcome } from '../../functions/domain/notices/ledger/mailer.ts'
import { isThorough } from '../setup/thorough.ts'
import { answering, code, receipt, useWorlds, type World } from './dispatch-world.ts'

const world = useWorlds('breaker')

const throttled: MailOutcome = { outcome: 'unavailable', trouble: 'throttled', reason: 'Throttling: no' }
const many = (count: number) => Array.from({ length: count }, (_, n) => receipt(`n-${n}`))

/** Of trouble, swept every five minutes. */
const hours = isThorough ? 5 : 2

/** A sweep each minute, or less often. */
async function minutes(w: World, count: number, mailer?: Mailer, step = 1) {
  for (let minute = 0; minute < count; minute += step) {
    await w.dispatch(mailer === undefined ? {} : { mailer })
    w.pass(60 * step)
  }
}

describe('a provider that refuses everybody', () => {
  it.each<[string, MailOutcome]>([
    ['a rate', throttled],
    ['credentials', { outcome: 'unavailable', trouble: 'credentials', reason: 'ExpiredToken: no' }],
  ])('for hours over %s costs no notice anything', async (_, refusal) => {
    const w = await world()
    const keys = await w.plan(...many(17))
    const mailer = answering(refusal)
    await minutes(w, 30, mailer)
    await minutes(w, hours * 60, mailer, 5)
    const held = await Promise.all(keys.map((key) => w.ledger.get(key)))
    expect(held.map((notice) => [notice?.state, notice?.refusals ?? 0])).toEqual(keys.map(() => ['planned', 0]))
    // One mail at a time asks: a few in the first minutes, then one each five minutes.
    expect(mailer.sent.length).toBeLessThan(30 + 12 * hours)
    expect(await mailHealth(w.parts.clock(), w.parts)).toMatchObject({
      state: 'held',
      since: '2026-02-10T01:00:00.000Z',
    })
    await minutes(w, 10)
    expect(await Promise.all(keys.map(w.state))).toEqual(keys.map(() => 'sent'))
    expect(await mailHealth(w.parts.clock(), w.parts)).toEqual({ state: 'ok', since: null, trouble: null })
  })

  it('stops all senders after the first refusals, and asks with one mail at a time', async () => {
    const w = await world()
    await w.plan(...many(40))
    const mailer = answering(throttled)
    await w.dispatch({ mailer })
    expect(mailer.sent.length).toBeLessThanOrEqual(4)
    const before = mailer.sent.length
    w.pass(60)
    await Promise.all(Array.from({ length: 6 }, () => w.dispatch({ mailer })))
    expect(mailer.sent.length).toBe(before + 1)
  })

  it('sends codes first when it lifts, and lets what is too late expire meanwhile', async () => {
    const w = await world()
    const keys = await w.plan(...many(3), receipt('late', { expiresAt: '2026-02-10T01:30:00.000Z' }))
    await minutes(w, 40, answering(throttled))
    expect(await w.state(keys[3]!)).toBe('expired')
    await w.plan(...many(10).map((plan) => ({ ...plan, nid: `Z${plan.nid.slice(1)}` })))
    const [first] = await w.plan(code('c', { dueAt: w.parts.clock().toISOString() }))
    const sent: string[] = []
    const mailer: Mailer = {
      evidence: true,
      send: (mail) => {
        sent.push(mail.nid)
        return w.parts.mailer.send(mail)
      },
    }
    w.pass(300)
    await w.dispatch({ mailer }, { atOnce: 1 })
    // The try itself is no code: an unknown outcome would be its end.
    expect(sent.indexOf(first!.nid)).toBe(1)
    expect(sent).toHaveLength(14)
  })

  it('with 5xx is asked without a mail first, and leaves most notices alone', async () => {
    const w = await world()
    const keys = await w.plan(...many(17))
    const failing: MailOutcome = { outcome: 'unknown', trouble: 'failing', reason: 'InternalFailure' }
    const looks = { willing: false }
    const mailer: Mailer & { sent: string[] } = {
      ...answering(failing),
      look: async () =>
        looks.willing ? 'willing' : { outcome: 'unavailable', trouble: 'failing', reason: 'InternalFailure' },
    }
    await minutes(w, 120, mailer, 3)
    expect(mailer.sent.length).toBeLessThanOrEqual(4)
    looks.willing = true
    await minutes(w, 45, undefined, 3)
    expect(await Promise.all(keys.map(w.state))).toEqual(keys.map(() => 'sent'))
    expect(keys.map(({ nid }) => w.mails(nid))).toEqual(keys.map(() => 1))
  })

  it('by silence stops after a few mails too', async () => {
    const w = await world()
    await w.plan(...many(40))
    const mailer = answering({ outcome: 'unknown', reason: 'TimeoutError' })
    await minutes(w, 10, mailer)
    expect(mailer.sent.length).toBeLessThan(14)
    expect((await mailHealth(w.parts.clock(), w.parts)).trouble).toBe('silent')
  })

  it('only over one recipient, in words that sound as if it meant all, does not hold up the others', async () => {
    const w = await world()
    const keys = await w.plan(...many(12))
    const bad = keys[0]!.nid
    const denied: MailOutcome = { outcome: 'unavailable', trouble: 'rights', reason: 'AccessDenied' }
    const mailer: Mailer = {
      evidence: true,
      send: async (mail) => (mail.nid === bad ? denied : w.parts.mailer.send(mail)),
    }
    await minutes(w, 30, mailer)
    const states = await Promise.all(keys.map(w.state))
    expect(states).toEqual(keys.map(({ nid }) => (nid === bad ? 'planned' : 'sent')))
  })
})
