/** What the dispatcher makes of SES's answers: refusals that may pass, refusals for good, and silence. */
import { afterEach, describe, expect, it } from 'vitest'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { answering, code, receipt, startWorld, type World, type WorldOptions } from './dispatch-world.ts'

const endpoint = useStoreEndpoint('dispatch')
const open: World[] = []
const world = async (options?: WorldOptions) => {
  const started = await startWorld(endpoint(), options)
  open.push(started)
  return started
}
afterEach(async () => {
  for (const started of open.splice(0)) await started.close()
})

describe('dispatch: refusals', () => {
  const throttled = { outcome: 'refused' as const, retry: true, reason: 'Throttling' }

  it('tries again later after a refusal that may pass', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    expect(await w.dispatch({ mailer: answering(throttled) })).toMatchObject({ sent: 0, retrying: 1 })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'planned', reason: 'Throttling' })
    expect(await w.dispatch()).toMatchObject({ sent: 0 })
    w.pass(2)
    expect(await w.dispatch()).toMatchObject({ sent: 1 })
  })

  it('parks a notice after 12 attempts, for a person to see', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const mailer = answering(throttled)
    for (let n = 0; n < 20; n++) {
      await w.dispatch({ mailer })
      w.pass(601)
    }
    expect(mailer.sent).toHaveLength(12)
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'parked', reason: 'Throttling', attempts: 12 })
  })

  it.each([
    ['4.5 hours after it fell due', 4.5 * 3_600, {}],
    ['when the mail would be of no use', 2 * 3_600 - 1, { expiresAt: '2026-02-10T03:00:00.000Z' }],
  ])('gives up %s', async (_, seconds, over) => {
    const w = await world()
    const [key] = await w.plan(receipt('1', over))
    const mailer = answering(throttled)
    w.pass(seconds)
    await w.dispatch({ mailer })
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'failed', reason: 'retry-window-over: Throttling' })
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
