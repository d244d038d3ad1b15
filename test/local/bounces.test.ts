/** What a relay sends back: reports of failure and delay become the events that SES would report; anything else says nothing. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SNSEvent } from 'aws-lambda'
import { afterAll, describe, expect, it } from 'vitest'
import { readEvent } from '../../functions/jobs/mail-events/read-event.ts'
import { takeBounces } from '../../local/relay/bounce-folder.ts'
import { readReport } from '../../local/relay/read-report.ts'

const nid = '01KA0000000000000000000000'
const now = new Date('2026-02-10T02:00:00.000Z')
type Parts = { type?: string; envelopeId?: string; recipients?: string[][]; headers?: string }

function report({
  type = 'multipart/report; report-type=delivery-status; boundary="b"',
  envelopeId,
  recipients = [],
  headers,
}: Parts) {
  const lines = [
    'From: MAILER-DAEMON@relay.example',
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    ...recipients.flatMap((fields) => ['', ...fields]),
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    headers ?? `X-Notification-Place: kota-kupang 3a-2026-2 ${nid}`,
    '',
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

const failed = (address: string, status = '5.1.1') => [
  `Final-Recipient: rfc822; ${address}`,
  'Action: failed',
  `Status: ${status} (something)`,
  'Diagnostic-Code: smtp; 550 no such',
  '   user here',
]
const read = async (raw: Buffer) =>
  (await readReport(raw, now)).map(({ eventType, payload }) => readEvent(JSON.stringify({ eventType, ...payload })))

describe('a report of the relay', () => {
  it('of a wrong address is a hard bounce of that notice', async () => {
    const [found, ...others] = await read(report({ recipients: [failed('operator@dlhk.example')] }))
    expect(others).toEqual([])
    expect(found?.event).toMatchObject({ type: 'bounce-hard', nid, region: 'kota-kupang', scope: '3a-2026-2' })
    expect(found?.addresses).toEqual(['operator@dlhk.example'])
  })

  it('is led by the envelope id where the headers did not come back', async () => {
    const raw = report({
      envelopeId: `kota-kupang.3a-2026-2.${nid}`,
      headers: 'Subject: x',
      recipients: [failed('a@b.example')],
    })
    expect((await read(raw))[0]?.event).toMatchObject({ nid })
  })

  it.each([
    ['4.4.7', 'bounce-soft'],
    ['5.2.2', 'bounce-soft'],
    ['5.7.1', 'bounce-hard'],
  ])('with status %s is %s', async (status, type) => {
    expect((await read(report({ recipients: [failed('a@b.example', status)] })))[0]?.event.type).toBe(type)
  })

  it('of a delay is no failure, and of a delivery nothing', async () => {
    const delayed = ['Final-Recipient: rfc822; a@b.example', 'Action: delayed', 'Status: 4.4.1']
    const relayed = ['Final-Recipient: rfc822; c@d.example', 'Action: relayed', 'Status: 2.0.0']
    const events = await read(report({ recipients: [delayed, relayed] }))
    expect(events.map((each) => each?.event.type)).toEqual(['delay'])
  })

  it('tells of several recipients, with addresses in xtext and UTF-8', async () => {
    const events = await read(
      report({
        recipients: [
          ['Original-Recipient: rfc822;budi+2Buji@b.example', ...failed('x@elsewhere.example')],
          ['Final-Recipient: utf-8; bud\\x{ED}@b.example', 'Action: failed', 'Status: 5.1.1'],
        ],
      }),
    )
    expect(events.flatMap((each) => each?.addresses ?? [])).toEqual(['budi+uji@b.example', 'budí@b.example'])
  })

  it.each([
    [
      'an answer of a person',
      Buffer.from('From: a@b.example\r\nSubject: Re\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n'),
    ],
    ['a forwarded report', report({ type: 'multipart/mixed; boundary="b"', recipients: [failed('a@b.example')] })],
    [
      'a read receipt',
      report({
        type: 'multipart/report; report-type=disposition-notification; boundary="b"',
        recipients: [failed('a@b.example')],
      }),
    ],
    ['a report about somebody else’s mail', report({ headers: 'Subject: other', recipients: [failed('a@b.example')] })],
    ['nothing', Buffer.from('')],
  ])('%s says nothing about an address', async (_, raw) => {
    expect(await readReport(raw, now)).toEqual([])
  })
})

describe('the folder of bounces', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-bounces-'))
  for (const part of ['new', 'cur']) mkdirSync(join(folder, part))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is emptied as each is recorded; what could not be recorded is read again', async () => {
    writeFileSync(join(folder, 'new', '1'), report({ recipients: [failed('a@b.example')] }))
    writeFileSync(join(folder, 'new', '2'), 'no report')
    const broken = { mailEvents: async () => Promise.reject(new Error('table')) }
    await expect(takeBounces(folder, broken, now)).rejects.toThrow('table')
    const heard: SNSEvent[] = []
    const counts = await takeBounces(folder, { mailEvents: async (event) => void heard.push(event) }, now)
    expect(counts).toEqual({ mails: 2, events: 1 })
    expect(readEvent(heard[0]?.Records[0]?.Sns.Message ?? '')?.event.nid).toBe(nid)
    expect(readdirSync(join(folder, 'new'))).toEqual([])
    expect(readdirSync(join(folder, 'cur'))).toEqual(['1:2,S', '2:2,S'])
  })
})
