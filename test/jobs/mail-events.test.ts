/** What SES reports ends up the same whatever its order, however often it comes, and whenever our own records come. */

import type { SNSEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { NoticeKey } from '../../functions/domain/notices/ledger/ledger.ts'
import { outcomeOf } from '../../functions/domain/notices/ledger/outcome.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { bounceOf, bounces } from '../../functions/schema/bounces.ts'
import { permutations } from '../fixtures/permutations.ts'
import { person } from '../store/samples.ts'
import { receipt, region, topicArn, useWorlds } from './dispatch-world.ts'

const world = useWorlds('mail-events', { events: 'withhold' })

const address = person('operator-dlhk').email
const sns = (message: unknown, topic = topicArn): SNSEvent => {
  const Message = typeof message === 'string' ? message : JSON.stringify(message)
  const Sns = { MessageId: 'sns-1', TopicArn: topic, Message } as SNSEvent['Records'][number]['Sns']
  return { Records: [{ EventVersion: '1.0', EventSubscriptionArn: topic, EventSource: 'aws:sns', Sns }] }
}
const sesRecord = (key: NoticeKey, eventType: string, detail: object = {}) => ({
  eventType,
  mail: {
    timestamp: '2026-02-10T01:00:01.000Z',
    messageId: 'ses-1',
    tags: { nid: [key.nid], region: [key.region], scope: [key.scope], 'ses:operation': ['SendRawEmail'] },
  },
  ...detail,
})
const bounced = (kind: string, emailAddress = address) => ({
  bounce: {
    bounceType: kind,
    bounceSubType: 'General',
    feedbackId: `feedback-${kind}`,
    timestamp: '2026-02-10T01:00:03.000Z',
    bouncedRecipients: [{ emailAddress, diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
  },
})
const complained = {
  complaint: {
    feedbackId: 'feedback-complaint',
    timestamp: '2026-02-10T01:00:04.000Z',
    complaintFeedbackType: 'abuse',
    complainedRecipients: [{ emailAddress: address }],
  },
}

describe('mail events', () => {
  it('of the emulator lead to their notice, in the shape that SNS brings', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    await w.dispatch()
    await w.emulator.eventsSettled()
    for (const event of w.withheld) expect(await w.bring(event)).toMatchObject({ recorded: 1 })
    for (const event of w.withheld) expect(await w.bring(event)).toMatchObject({ alreadyThere: 1 })
    expect((await w.ledger.events(key!)).map(({ type }) => type).sort()).toEqual(['delivery', 'send'])
    expect(await w.ledger.get(key!)).toMatchObject({ state: 'sent', via: 'ack', delivery: 'delivered' })
    expect(w.reports).toEqual([])
  })

  it('come to the same end in every order of six, each twice, the acknowledgement among them', {
    timeout: 30_000,
  }, async () => {
    const w = await world()
    const orders = permutations(['ack', 'Send', 'Delivery', 'DeliveryDelay', 'Bounce', 'Complaint'])
    const sample = orders.filter((_, n) => n % 36 === 7)
    expect(orders).toHaveLength(720)
    for (const [n, order] of sample.entries()) {
      const [key] = await w.plan(receipt(`order-${n}`))
      await w.ledger.claim(key!, 'A', w.parts.clock())
      await w.ledger.fence(key!, 'A', w.parts.clock())
      for (const step of [...order, ...order]) {
        const ack = { messageId: 'ses-1', subject: 'S', at: w.parts.clock() }
        if (step === 'ack') await w.ledger.acknowledge(key!, 'A', ack)
        else await w.bring(sns(sesRecord(key!, step, { ...bounced('Permanent'), ...complained })))
      }
      const end = { state: 'sent', messageId: 'ses-1', subject: 'S', delivery: 'complained' }
      expect(await w.ledger.get(key!), order.join()).toMatchObject(end)
      expect(await w.ledger.events(key!), order.join()).toHaveLength(5)
    }
  })

  it('condemn an address that bounced for good or complained, not one whose box was full', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const state = async () => (await w.regions.load(region))?.mailboxes.map((mailbox) => mailbox.state)
    await w.bring(sns(sesRecord(key!, 'Bounce', bounced('Transient'))))
    expect(await state()).toEqual([])
    expect((await w.ledger.get(key!))?.delivery).toBe('soft-bounced')
    await w.bring(sns(sesRecord(key!, 'Bounce', bounced('Permanent', `Operator <${address.toUpperCase()}>`))))
    expect(await state()).toEqual(['bounced'])
    await w.bring(sns(sesRecord(key!, 'Complaint', complained)))
    expect(await state()).toEqual(['complained'])
  })

  it('of an out-of-office answer say that the mail arrived, in whichever order they come', async () => {
    const w = await world()
    const reply = {
      bounce: { bounceType: 'Transient', bounceSubType: 'General', feedbackId: 'ooto', bouncedRecipients: [] },
    }
    for (const order of [
      ['Delivery', 'Bounce'],
      ['Bounce', 'Delivery'],
    ] as const) {
      const [key] = await w.plan(receipt(`ooto-${order[0]}`))
      for (const step of [...order, ...order]) await w.bring(sns(sesRecord(key!, step, reply)))
      const notice = await w.ledger.get(key!)
      expect(notice?.delivery, order.join()).toBe('auto-replied')
      expect(outcomeOf(notice!)).toBe('delivered')
    }
    expect((await w.regions.load(region))?.mailboxes).toEqual([])
  })

  it.each(Object.entries(bounces))(
    'of a bounce %s have the consequence of the table',
    async (kind, { state, blocksAddress, words }) => {
      const w = await world()
      const [key] = await w.plan(receipt('kind'))
      const [bounceType = '', bounceSubType = ''] = kind.split('/')
      const recipients = [{ emailAddress: address }]
      const bounce = { bounceType, bounceSubType, feedbackId: 'f', bouncedRecipients: recipients }
      await w.bring(sns(sesRecord(key!, 'Bounce', { bounce })))
      expect((await w.ledger.get(key!))?.delivery).toBe(state)
      expect((await w.regions.load(region))?.mailboxes.length).toBe(blocksAddress ? 1 : 0)
      const [event] = await w.ledger.events(key!)
      expect(bounceOf(event?.detail ?? '')?.words).toEqual(words)
    },
  )

  it('about an address that the person has left condemn nobody', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    await w.regions.revisePerson(region, person('operator-dlhk', { email: 'baru@dlhk.example' }))
    await w.bring(sns(sesRecord(key!, 'Bounce', bounced('Permanent'))))
    expect((await w.regions.load(region))?.mailboxes).toEqual([])
  })

  it('that nobody can read, from elsewhere, or about nothing we know, are counted and dropped', async () => {
    const w = await world()
    const [key] = await w.plan(receipt('1'))
    const good = sesRecord(key!, 'Send')
    const counts = { recorded: 0, alreadyThere: 0, unknown: 0, malformed: 0 }
    const malformed: unknown[] = [
      '{"eventType":',
      'null',
      { ...good, eventType: 'Open' },
      { ...good, mail: { ...good.mail, tags: {} } },
      { ...good, mail: { ...good.mail, tags: { ...good.mail.tags, scope: ['a#b'] } } },
      { ...good, mail: { ...good.mail, tags: { ...good.mail.tags, nid: [key!.nid, key!.nid] } } },
    ]
    for (const message of malformed) expect(await w.bring(sns(message))).toEqual({ ...counts, malformed: 1 })
    expect(await w.bring(sns(good, 'arn:aws:sns:x:1:other'))).toEqual({ ...counts, malformed: 1 })
    const foreign = { ...key!, nid: '0'.repeat(26) }
    expect(await w.bring(sns(sesRecord(foreign, 'Send')))).toEqual({ ...counts, unknown: 1 })
    expect(await w.ledger.events(foreign)).toEqual([])
    expect(await w.state(key!)).toBe('planned')
    expect(w.reports).toEqual([...malformed.map(() => 'malformed'), 'foreign-topic', 'unknown-notice'])
  })

  it('are all tried before a failing table makes the batch come again', async () => {
    const w = await world()
    const keys = await w.plan(receipt('1'), receipt('2'), receipt('3'))
    const Records = keys.flatMap((key) => sns(sesRecord(key, 'Send')).Records)
    const insertEvent: typeof w.ledger.insertEvent = (event) =>
      event.nid === keys[1]?.nid ? Promise.reject(new Error('table down')) : w.ledger.insertEvent(event)
    const parts = { ledger: { ...w.ledger, insertEvent }, regions: w.regions, pulse: w.parts.pulse, report: () => {} }
    await expect(recordMailEvents(parts, { Records })).rejects.toThrow('1 mail events were not recorded')
    expect(await Promise.all(keys.map(w.state))).toEqual(['sent', 'planned', 'sent'])
    expect(await recordMailEvents({ ...parts, ledger: w.ledger }, { Records })).toMatchObject({
      recorded: 1,
      alreadyThere: 2,
    })
  })
})
