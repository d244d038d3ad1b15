/**
 * What SES reports: the right events for each outcome, in the shape Lambda gets from SNS, never lost by a failing
 * subscriber, a restart or a kill.
 */
import type { SNSEvent } from 'aws-lambda'
import { expect, test } from 'vitest'
import { recordIn, sendMail, startSes } from './ses-support.ts'

test('an event has the shape that Lambda gets from SNS with an SES record inside', async () => {
  const seen: SNSEvent[] = []
  const ses = await startSes({ onEvent: async (event) => void seen.push(event) })
  const tags = [{ Name: 'nid', Value: 'N1' }]
  const id = await sendMail(
    ses,
    { headers: { 'X-Notification-Id': 'N1' } },
    { Tags: tags, ConfigurationSetName: 'surat' },
  )
  await ses.emulator.eventsSettled()
  const sns = seen[0]?.Records[0]
  expect(sns).toMatchObject({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    Sns: {
      Type: 'Notification',
      TopicArn: 'arn:aws:sns:ap-southeast-3:000000000000:lengkap-mail-events',
      Timestamp: '2026-02-10T01:00:00.000Z',
    },
  })
  expect(sns?.EventSubscriptionArn).toContain(sns?.Sns.TopicArn)
  const record = seen.map(recordIn).find((found) => found.eventType === 'Send')
  expect(record).toMatchObject({
    send: {},
    mail: {
      messageId: id,
      timestamp: '2026-02-10T01:00:00.000Z',
      source: 'pengingat@lengkap.example',
      destination: ['operator@dlhk.example'],
      headersTruncated: false,
      tags: { nid: ['N1'], 'ses:configuration-set': ['surat'], 'ses:operation': ['SendRawEmail'] },
    },
  })
  expect(record?.mail.headers).toContainEqual({ name: 'X-Notification-ID', value: 'N1' })
})

test.each([
  ['operator@dlhk.example', ['Send', 'Delivery']],
  ['success@simulator.amazonses.com', ['Send', 'Delivery']],
  ['bounce@simulator.amazonses.com', ['Send', 'Bounce Permanent General']],
  ['bounce+satu@simulator.amazonses.com', ['Send', 'Bounce Permanent General']],
  ['ooto@simulator.amazonses.com', ['Send', 'Delivery', 'Bounce Transient General']],
  ['complaint@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint abuse']],
  ['suppressionlist@simulator.amazonses.com', ['Send', 'Bounce Permanent Suppressed']],
  ['Pindah@dinsos.example', ['Send', 'Bounce Permanent OnAccountSuppressionList']],
  ['penuh@dinsos.example', ['Send', 'Bounce Permanent General']],
])('a mail to %s is reported as %j', async (to, expected) => {
  const ses = await startSes({ suppressed: ['pindah@dinsos.example'], outcomes: { 'penuh@dinsos.example': 'bounced' } })
  await sendMail(ses, { to })
  await ses.emulator.eventsSettled()
  const words = ses.events.map(({ eventType, bounce, complaint }) =>
    [eventType, bounce?.bounceType, bounce?.bounceSubType, complaint?.complaintFeedbackType].filter(Boolean).join(' '),
  )
  expect(words.sort()).toEqual(expected.toSorted())
  const gone = ses.events.flatMap(({ bounce, complaint, delivery }) => [
    ...(bounce?.bouncedRecipients ?? []).map((recipient) => recipient.emailAddress),
    ...(complaint?.complainedRecipients ?? []).map((recipient) => recipient.emailAddress),
    ...(delivery?.recipients ?? []),
  ])
  expect(new Set(gone)).toEqual(new Set([to]))
})

test('one message with several fates reports each recipient once', async () => {
  const ses = await startSes()
  const Destinations = ['a@b.example', 'bounce@simulator.amazonses.com', 'suppressionlist@simulator.amazonses.com']
  await sendMail(ses, {}, { Destinations })
  await ses.emulator.eventsSettled()
  const bounced = ses.events
    .flatMap((event) => event.bounce?.bouncedRecipients ?? [])
    .map((recipient) => recipient.emailAddress)
  expect(bounced.sort()).toEqual(Destinations.slice(1))
  expect(ses.events.find((event) => event.eventType === 'Delivery')?.delivery?.recipients).toEqual(['a@b.example'])
})

test('without a configuration set nothing is reported, as in SES', async () => {
  const ses = await startSes({ defaultConfigurationSet: null })
  await sendMail(ses)
  await ses.emulator.eventsSettled()
  expect(ses.events).toEqual([])
})

test('a subscriber that fails gets the event again until it succeeds', async () => {
  let calls = 0
  const taken: string[] = []
  const ses = await startSes({
    onEvent: async (event) => {
      if (++calls <= 5) throw new Error('table is down')
      taken.push(recordIn(event).eventType)
    },
  })
  await sendMail(ses)
  await ses.emulator.eventsSettled()
  expect(calls).toBe(7)
  expect(taken.sort()).toEqual(['Delivery', 'Send'])
})

test('events that nobody took before a stop come after the next start, and those taken do not come again', async () => {
  const taken: string[] = []
  const first = await startSes({
    onEvent: async (event) => {
      const { eventType } = recordIn(event)
      if (eventType === 'Delivery') throw new Error('table is down')
      taken.push(eventType)
    },
  })
  const id = await sendMail(first)
  await expect.poll(() => taken).toEqual(['Send'])
  await first.emulator.close()
  const second = await startSes({ dataDir: first.dataDir })
  await second.emulator.eventsSettled()
  expect(second.events.map((event) => [event.eventType, event.mail.messageId])).toEqual([['Delivery', id]])
  await second.emulator.close()
  const third = await startSes({ dataDir: first.dataDir })
  await third.emulator.eventsSettled()
  expect(third.events).toEqual([])
})

test('lost, doubled, late and shuffled events repeat by their seed', async () => {
  const run = async (seed: number) => {
    const order: string[] = []
    const ses = await startSes({
      eventFaults: { seed, drop: 0.2, duplicate: 0.3, delayMs: 5, shuffleWithinMs: 40 },
      onEvent: async (event) => void order.push(`${recordIn(event).eventType} ${event.Records[0]?.Sns.MessageId}`),
    })
    for (let n = 0; n < 15; n++)
      await sendMail(ses, {
        subject: `Surat ${n}`,
        headers: { Date: 'Tue, 10 Feb 2026 01:00:00 +0000', 'Message-ID': `<${n}@lengkap.example>` },
      })
    await ses.emulator.eventsSettled()
    return order
  }
  const [once, again, other] = [await run(7), await run(7), await run(8)]
  const ids = new Set(once)
  expect(ids.size).toBeLessThan(30)
  expect(once.length).toBeGreaterThan(ids.size)
  expect(once.map((line) => line.split(' ')[0]).join()).not.toBe(Array(15).fill('Send,Delivery').join())
  expect(again.toSorted()).toEqual(once.toSorted())
  expect(other.toSorted()).not.toEqual(once.toSorted())
})
