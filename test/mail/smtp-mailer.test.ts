/** Mail through a relay: what it answered decides, and after the last dot silence is not taken for a refusal. */
import { afterEach, describe, expect, it } from 'vitest'
import { ownRate } from '../../functions/domain/notices/ledger/mail-rate.ts'
import type { Mail } from '../../functions/domain/notices/ledger/mailer.ts'
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts'
import { type Relay, startRelay } from './smtp-relay.ts'

const mail: Mail = {
  nid: '01KA0000000000000000000000',
  attempt: 1,
  at: new Date('2026-02-10T01:00:00Z'),
  region: 'kota-kupang',
  scope: '3a-2026-2',
  kind: 'reminder',
  to: { name: 'Operator', email: 'operator@dlhk.example' },
  replyTo: 'koordinator@bappeda.example',
  subject: 'Batas waktu',
  text: 'Isi\n.\nbaris bertitik',
  html: '<p>Isi</p>',
}
const from = { name: 'Lengkap', email: 'lengkap@kota.example' }

let relay: Relay | undefined
afterEach(() => relay?.close())

async function send(answers: Record<string, string> = {}, changed: Partial<Mail> = {}) {
  relay = await startRelay(answers)
  return createSmtpMailer({ url: relay.url, from, connectMs: 400, answerMs: 400 }).send({ ...mail, ...changed })
}

describe('a mail through a relay', () => {
  it('goes to one recipient, with an envelope id by which its bounce is found', async () => {
    expect(await send()).toEqual({ outcome: 'accepted', messageId: `${mail.nid}.1` })
    expect(relay?.envelopes).toEqual([
      expect.stringMatching(/^MAIL FROM:<lengkap@kota\.example> RET=HDRS ENVID=kota-kupang\.3a-2026-2\.01KA0{22}$/),
      expect.stringMatching(/^RCPT TO:<operator@dlhk\.example> NOTIFY=FAILURE,DELAY/),
    ])
    expect(relay?.messages[0]).toMatch(/^X-Notification-Place: kota-kupang 3a-2026-2 01KA0{22}\r\n/)
    expect(relay?.messages[0]).toContain('Auto-Submitted: auto-generated')
    expect(relay?.messages[0]).toContain('\r\n..\r\n')
  })

  it.each([
    ['no such mailbox', { RCPT: '550 5.1.1 unknown' }, { outcome: 'refused', retry: false }],
    ['greylisted', { RCPT: '451 4.7.1 later' }, { outcome: 'refused', retry: true }],
    ['our address is not taken', { MAIL: '550 5.7.1 who are you' }, { outcome: 'unavailable', trouble: 'identity' }],
    ['too fast', { MAIL: '450 4.7.0 slow down' }, { outcome: 'unavailable', trouble: 'throttled' }],
    ['taken for spam', { '.': '554 5.7.1 spam' }, { outcome: 'refused', retry: false }],
    ['no room', { '.': '452 4.3.1 disk full' }, { outcome: 'refused', retry: true }],
    ['closed for all', { CONNECT: '554 5.3.2 no service' }, { outcome: 'unavailable', trouble: 'failing' }],
    ['silent from the start', { CONNECT: 'hang' }, { outcome: 'unavailable', trouble: 'unreachable' }],
    ['silent after the last dot', { '.': 'hang' }, { outcome: 'unknown' }],
    ['cut after the last dot', { '.': 'cut' }, { outcome: 'unknown' }],
    ['gone with 421 after the last dot', { '.': '421 4.3.2 shutting down' }, { outcome: 'refused', retry: true }],
  ])('%s', async (_, answers, expected) => {
    expect(await send(answers as Record<string, string>)).toMatchObject(expected)
  })

  it('a relay that is not there takes nobody’s mail', async () => {
    const gone = await startRelay()
    await gone.close()
    const answer = await createSmtpMailer({ url: gone.url, from, connectMs: 400 }).send(mail)
    expect(answer).toMatchObject({ outcome: 'unavailable', trouble: 'unreachable' })
  })

  it('to another machine goes encrypted or not at all', async () => {
    relay = await startRelay()
    const url = relay.url.replace('127.0.0.1', '127.0.0.2')
    const open = await startRelay()
    await open.close()
    expect(await createSmtpMailer({ url, from, connectMs: 400, answerMs: 400 }).send(mail)).toMatchObject({
      outcome: 'unavailable',
    })
    expect(relay.messages).toEqual([])
  })

  it('sends nothing of a rehearsal, and nothing to what is not one address', async () => {
    expect(await send({}, { scope: 'latihan-3a' })).toMatchObject({ outcome: 'refused', reason: 'rehearsal' })
    expect(await send({}, { to: { name: 'x', email: 'a@b.example, c@d.example' } })).toMatchObject({
      outcome: 'refused',
    })
  })

  it('keeps the rate that its address names, together with other senders of the same line', async () => {
    const time = { ms: 0 }
    const pace = { rate: ownRate(() => time.ms), wall: () => time.ms, wait: async (ms: number) => (time.ms += ms) }
    const [a, b] = [1, 2].map(() => createSmtpMailer({ url: 'smtp://localhost?rate=5', from, pace }))
    for (let n = 0; n < 5; n++) {
      await a?.paced?.(1)
      await b?.paced?.(1)
    }
    // Ten mails, 250 ms apart.
    expect(time.ms).toBe(2_250)
    expect(createSmtpMailer({ url: 'smtp://localhost', from }).paced).toBeUndefined()
    expect(() => createSmtpMailer({ url: 'smtp://localhost?rate=0', from })).toThrow('mails a second')
  })

  it('wants the address of a relay', () => {
    expect(() => createSmtpMailer({ url: 'https://relay.example', from })).toThrow('SMTP_URL')
  })
})
