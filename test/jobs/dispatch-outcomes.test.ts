/** What the dispatcher makes of SES's answers: refusals that may pass, refusals for good, and silence. */
import { describe, expect, it } from 'vitest'
import { mailHealth } from '../../functions/domain/notices/ledger/health.ts'
import { answering, code, receipt, useWorlds, type World } from './dispatch-world.ts'

const world = useWorlds('dispatch-outcomes')

describe('dispatch: refusals', () => {
  /** As SES says it of one recipient in the sandbox. */
  const refused = { outcome: 'refused' as const, retry: true, reason: 'MessageRejected' }

  it('tries again later after a refusal that may pass', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    expect(await w.dispatch({ mailer: answering(refused) })).toMatchObject({ sent: 0, retrying: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'planned', reason: 'MessageRejected' })
    expect(await w.dispatch()).toMatchObject({ sent: 0 })
    w.pass(2)
    expect(await w.dispatch()).toMatchObject({ sent: 1 })
  })

  it('parks a notice that was refused 12 times, for a person to see', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const mailer = answering(refused)
    for (let n = 0; n < 20; n++) {
      await w.dispatch({ mailer })
      w.pass(601)
    }
    expect(mailer.sent).toHaveLength(12)
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'parked', reason: 'MessageRejected', refusals: 12 })
  })

  it('gives up 4.5 hours after the first try, however long before it had fallen due', async () => {
    const w = await world()
    w.pass(6 * 3_600)
    const [key] = await w.plan(receipt('1'))
    const mailer = answering(refused)
    await w.dispatch({ mailer })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'planned', refusals: 1 })
    w.pass(4.5 * 3_600 - 60)
    await w.dispatch({ mailer })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'planned', refusals: 2 })
    w.pass(120)
    await w.dispatch({ mailer })
    const end = { state: 'failed', reason: 'retry-window-over: MessageRejected' }
    expect(await w.ledger.get(key!)).toMatchObject(end)
    expect(mailer.sent).toHaveLength(2)
  })

  it('gives up when the mail would be of no use', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1', { expiresAt: '2026-02-10T03:00:00.000Z' }))
    w.pass(2 * 3_600 - 1)
    await w.dispatch({ mailer: answering(refused) })
    const end = { state: 'failed', reason: 'retry-window-over: MessageRejected' }
    expect(await w.ledger.get(key!)).toMatchObject(end)
  })

  it('fails at once after a refusal for good', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const mailer = answering({ outcome: 'refused', retry: false, reason: 'MessageRejected' })
    expect(await w.dispatch({ mailer })).toMatchObject({ failed: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'failed', reason: 'MessageRejected' })
  })
})

describe('dispatch: unknown outcomes', () => {
  /** SES takes the mail, and its answer gets lost. */
  const lost = (w: World): typeof w.parts.mailer => ({
    evidence: true,
    send: async (mail) => {
      await w.parts.mailer.send(mail)
      return { outcome: 'unknown', reason: 'TimeoutError' }
    },
  })

  it('believe the event that SES reports, and send nothing again', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    expect(await w.dispatch({ mailer: lost(w) })).toMatchObject({ sent: 0, retrying: 1 })
    await w.emulator.eventsSettled()
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'sent', via: 'event' })
    w.pass(3_600)
    await w.dispatch()
    expect(w.mails(key!.nid)).toBe(1)
  })

  it('find evidence that the reporter could not finish recording', async () => {
    const w = await world({ events: 'withhold' })
    const [key] = await w.plan(receipt('1'))
    await w.dispatch({ mailer: lost(w) })
    const { messageId, at } = { messageId: 'ses-1', at: '2026-02-10T01:00:01.000Z' }
    await w.ledger.insertEvent({ ...key!, id: 'send-ses-1', type: 'send', messageId, at, detail: '' })
    w.pass(91)
    expect(await w.dispatch()).toMatchObject({ sent: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'sent', via: 'evidence', messageId })
  })

  it('are tried again only after a quarter of an hour without any evidence', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const mailer = answering({ outcome: 'unknown', reason: 'TimeoutError' }, { outcome: 'accepted', messageId: 'm' })
    for (let minute = 0; minute < 15; minute++) {
      await w.dispatch({ mailer })
      w.pass(60)
    }
    expect(mailer.sent).toHaveLength(1)
    for (let run = 0; run < 3; run++) await w.dispatch({ mailer })
    expect(mailer.sent).toHaveLength(2)
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'sent', unknowns: 1, attempts: 2 })
  })

  it('twice without any evidence wait for a person, and a late report still tells that it was sent', async () => {
    const w = await world({ events: 'withhold' })
    const [key] = await w.plan(receipt('1'))
    for (let minute = 0; minute < 150; minute += 5) {
      await w.dispatch({ mailer: lost(w) })
      w.pass(300)
    }
    expect(w.mails(key!.nid)).toBe(2)
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'unknown', unknowns: 2 })
    await w.emulator.eventsSettled()
    await w.bring(w.withheld[0]!)
    expect(await w.state(key!)).toBe('sent')
  })

  it('are not tried again while no report at all arrives about the mails of the last half hour', async () => {
    const w = await world({ events: 'lose' })
    await w.plan(receipt('1'))
    await w.dispatch()
    w.pass(20 * 60)
    const [key] = await w.plan(receipt('2'))
    await w.dispatch({ mailer: lost(w) })
    for (let minute = 0; minute < 16; minute++) {
      w.pass(60)
      await w.dispatch({ mailer: lost(w) })
    }
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'unknown', unknowns: 1 })
    expect(w.mails(key!.nid)).toBe(1)
    expect(await mailHealth(w.parts.clock(), w.parts)).toMatchObject({ state: 'unheard' })
  })

  it('of a mailer that never reports wait for a person at once, also after a death', async () => {
    const w = await world({ events: 'lose' })
    const [cut, dead] = await w.plan(receipt('1'), receipt('2'))
    const mailer = { ...lost(w), evidence: false }
    await w.ledger.claim(dead!, 'dead', w.parts.clock())
    await w.ledger.fence(dead!, 'dead', w.parts.clock())
    await w.dispatch({ mailer })
    expect(await w.ledger.get(cut!)).toMatchObject({ state: 'unknown', reason: 'TimeoutError' })
    w.pass(91)
    await w.dispatch({ mailer })
    expect(await w.state(dead!)).toBe('unknown')
    w.pass(3_600)
    await w.dispatch({ mailer })
    expect(w.mails(cut!.nid)).toBe(1)
    expect(await mailHealth(w.parts.clock(), w.parts)).toMatchObject({ state: 'ok' })
  })

  it('of a sign-in code are never tried again by a machine', async () => {
    const w = await world()
    const [key] = await w.plan(code('c', { expiresAt: '2026-02-10T01:10:00.000Z' }))
    const mailer = answering({ outcome: 'unknown', reason: 'TimeoutError' })
    for (let minute = 0; minute < 30; minute++) {
      await w.dispatch({ mailer })
      w.pass(60)
    }
    expect(mailer.sent).toHaveLength(1)
    expect(await w.state(key!)).toBe('unknown')
  })
})
