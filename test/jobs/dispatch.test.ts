/** What the dispatcher promises about one run and the next. Crashes and kills: test/faults. */
import { describe, expect, it } from 'vitest'
import type { SentDigest } from '../../functions/domain/notices/ledger/sent-digests.ts'
import { answers, person, roundId, submission } from '../store/samples.ts'
import { answering, code, receipt, region, useWorlds, type World } from './dispatch-world.ts'

const world = useWorlds('dispatch')

describe('dispatch', () => {
  it('sends what is due, to one address each, and nothing on a second run', async () => {
    const w = await world()
    const keys = await w.plan(receipt('1'), receipt('2'), receipt('3', { dueAt: '2026-02-11T01:00:00.000Z' }))
    expect(await w.dispatch()).toEqual({ sent: 2, cancelled: 0, failed: 0, retrying: 0 })
    expect(await w.dispatch()).toEqual({ sent: 0, cancelled: 0, failed: 0, retrying: 0 })
    expect(w.emulator.messages().map(({ to }) => to)).toEqual([
      [person('operator-dlhk').email],
      [person('operator-dlhk').email],
    ])
    expect(await Promise.all(keys.map(w.state))).toEqual(['sent', 'sent', 'planned'])
    expect((await w.ledger.get(keys[0]!))?.subject).toBe(w.emulator.messages()[0]?.subject)
  })

  it('mails each notice once although 12 dispatchers run at the same time', async () => {
    const w = await world()
    const keys = await w.plan(...Array.from({ length: 8 }, (_, n) => receipt(`race-${n}`)))
    const counts = await Promise.all(Array.from({ length: 12 }, () => w.dispatch()))
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(8)
    expect(keys.map(({ nid }) => w.mails(nid))).toEqual(keys.map(() => 1))
  })

  it('sends sign-in codes before all else', async () => {
    const w = await world()
    const mailer = answering({ outcome: 'accepted', messageId: 'm' })
    const early = { dueAt: '2026-02-09T01:00:00.000Z' }
    const keys = await w.plan(receipt('1', early), receipt('2', early), code('c'))
    await w.dispatch({ mailer }, { atOnce: 1 })
    expect(mailer.sent[0]).toBe(keys[2]?.nid)
  })

  it('asks again right before sending: who has submitted meanwhile gets no mail', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    await w.rounds.insertSubmission(region, roundId, submission(1, answers(1)), answers(1))
    expect(await w.dispatch()).toMatchObject({ sent: 0, cancelled: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'cancelled', reason: 'submitted' })
    expect(w.emulator.messages()).toEqual([])
  })

  it('writes a digest knowing up to when which others told everything: those that were sent', async () => {
    const w = await world()
    const told: (readonly SentDigest[] | undefined)[] = []
    const compose: typeof w.parts.compose = (now, notice, state) => {
      told.push(state.sentDigests)
      return notice.slot === 'second'
        ? { outcome: 'drop', to: 'suppressed', reason: 'nothing-to-say' }
        : w.parts.compose(now, notice, state)
    }
    const asOf: string[] = []
    for (const slot of ['first', 'second', 'third']) {
      await w.plan(receipt(slot, { kind: 'digest' }))
      asOf.push(w.parts.clock().toISOString())
      await w.dispatch({ compose })
      w.pass(3_600)
    }
    const first = { recipientId: 'operator-dlhk', rounds: ['3a-2026-2'], asOf: asOf[0] }
    expect(told).toEqual([[], [first], [first]])
  })

  it('never sends late: what is of no use any more is recorded as expired', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    w.pass(2 * 86_400)
    expect(await w.dispatch()).toMatchObject({ sent: 0, cancelled: 1 })
    expect(await w.state(key!)).toBe('expired')
  })

  it('stops before the process ends, without a fence that nobody can honour', async () => {
    const w = await world()
    const [first, second] = await w.plan(receipt('1'), receipt('2'))
    let left = 20_000
    const slow: typeof w.parts.compose = (...args) => {
      left = 14_000
      return w.parts.compose(...args)
    }
    expect(await w.dispatch({ compose: slow }, { remainingMs: () => left, atOnce: 1 })).toMatchObject({
      sent: 0,
      retrying: 1,
    })
    const notices = await Promise.all([first, second].map((key) => w.ledger.get(key!)))
    expect(notices.map((notice) => notice?.state)).toEqual(['planned', 'planned'])
    expect(notices.every((notice) => notice?.fence === undefined)).toBe(true)
    expect(await w.dispatch()).toMatchObject({ sent: 2 })
  })

  it('goes on with the others when one is poisoned', async () => {
    const w = await world()
    const keys = await w.plan(...Array.from({ length: 6 }, (_, n) => receipt(`p-${n}`)))
    const compose: typeof w.parts.compose = (now, notice, state) => {
      if (notice.nid === keys[2]?.nid) throw new TypeError('poison')
      return w.parts.compose(now, notice, state)
    }
    expect(await w.dispatch({ compose })).toEqual({ sent: 5, cancelled: 0, failed: 0, retrying: 1 })
    for (let n = 0; n < 11; n++) {
      w.pass(601)
      await w.dispatch({ compose })
    }
    expect(await w.ledger.get(keys[2]!)).toMatchObject({ state: 'parked', attempts: 12, reason: 'compose: TypeError' })
  })

  it('fails a mail that cannot be rendered, at once and with the reason', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const render = () => {
      throw new Error('no such word')
    }
    expect(await w.dispatch({ render })).toMatchObject({ failed: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'failed', reason: 'render' })
  })
})

describe('dispatch: people who cannot be mailed', () => {
  const mark = (w: World, state: 'bounced' | 'complained') =>
    w.regions.markMailbox(region, {
      personId: 'operator-dlhk',
      email: person('operator-dlhk').email,
      state,
      at: '2026-02-09T01:00:00.000Z',
      nid: 'N',
    })

  it('suppresses everything but a sign-in code for an address that bounced', async () => {
    const w = await world()
    await mark(w, 'bounced')
    const [mail, signIn] = await w.plan(receipt('1'), code('c'))
    expect(await w.dispatch()).toMatchObject({ sent: 1, cancelled: 1 })
    expect(await w.ledger.get(mail!)).toMatchObject({ state: 'suppressed', reason: 'mailbox-bounced' })
    expect(await w.state(signIn!)).toBe('sent')
  })

  it('stops alerts for who complained, not the answers to his own acts', async () => {
    const w = await world()
    await mark(w, 'complained')
    const keys = await w.plan(receipt('1'), receipt('2', { kind: 'reminder', scope: 'all' }))
    await w.dispatch()
    expect(await Promise.all(keys.map(w.state))).toEqual(['sent', 'suppressed'])
  })

  it.each(['unknown', 'disabled'])('suppresses a mail to an %s person', async (fate) => {
    const w = await world()
    if (fate === 'disabled') await w.regions.revisePerson(region, person('operator-dlhk', { disabled: true }))
    const [key] = await w.plan(receipt('1', fate === 'unknown' ? { recipientId: 'nobody' } : {}))
    expect(await w.dispatch()).toMatchObject({ cancelled: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'suppressed', reason: 'no-recipient' })
  })
})
