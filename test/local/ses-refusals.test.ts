/**
 * Everything SES refuses is refused here, with the exception the SDK throws against AWS, and leaves nothing in the inbox.
 */
import {
  AccountSendingPausedException,
  ConfigurationSetDoesNotExistException,
  GetSendQuotaCommand,
  MessageRejected,
  SESServiceException,
  SendEmailCommand,
} from '@aws-sdk/client-ses'
import { expect, test } from 'vitest'
import { composed, sender, sendMail, sendRaw, startSes } from './ses-support.ts'

const head = `From: ${sender}\r\nTo: operator@dlhk.example\r\nSubject: Uji\r\n`

test.each([
  [
    'a bare LF in a header',
    `From: ${sender}\r\nTo: operator@dlhk.example\r\nSubject: Uji\nBcc: lain@luar.example\r\n\r\nIsi`,
  ],
  [
    'a bare CR in a header',
    `From: ${sender}\r\nTo: operator@dlhk.example\r\nSubject: Uji\rBcc: lain@luar.example\r\n\r\nIsi`,
  ],
  ['a second subject, as injection leaves it', `${head}Subject: Lain\r\n\r\nIsi`],
  ['a second recipient header', `${head}To: lain@luar.example\r\n\r\nIsi`],
  ['a header line that is none', `${head}bukan kepala surat\r\n\r\nIsi`],
  ['a raw UTF-8 subject', `From: ${sender}\r\nTo: operator@dlhk.example\r\nSubject: Penéé\r\n\r\nIsi`],
  ['a control character in a header', `${head}X-Uji: a\u0007b\r\n\r\nIsi`],
  ['a value of 871 characters', `${head}X-Uji: ${'a'.repeat(871)}\r\n\r\nIsi`],
  ['a value of 871 characters in folded lines', `${head}X-Uji: ${'a'.repeat(435)}\r\n ${'a'.repeat(435)}\r\n\r\nIsi`],
  ['a header name of 127 characters', `${head}${'X'.repeat(127)}: a\r\n\r\nIsi`],
  ['a body line of 999 octets', `${head}\r\n${'a'.repeat(999)}\r\n`],
  ['a malformed address in To', `From: ${sender}\r\nTo: ope rator@dlhk.example\r\nSubject: Uji\r\n\r\nIsi`],
  ['two authors', `From: a@lengkap.example, b@lengkap.example\r\nTo: operator@dlhk.example\r\n\r\nIsi`],
  ['no sender', 'To: operator@dlhk.example\r\nSubject: Uji\r\n\r\nIsi'],
  ['no recipient', `From: ${sender}\r\nSubject: Uji\r\n\r\nIsi`],
])('refuses %s as InvalidParameterValue', async (_what, raw) => {
  const ses = await startSes()
  await expect(sendRaw(ses, raw)).rejects.toMatchObject({ name: 'InvalidParameterValue', $fault: 'client' })
  expect(ses.emulator.messages()).toEqual([])
})

test('takes what lies just inside the limits', async () => {
  const ses = await startSes()
  await sendRaw(ses, `${head}X-Uji: ${'a'.repeat(870)}\r\n${'X'.repeat(126)}: a\r\n\r\n${'a'.repeat(998)}\r\n`)
  expect(ses.emulator.messages()).toHaveLength(1)
})

test.each([
  ['operator', "Missing final '@domain'"],
  ['operator@', 'Missing domain'],
  ['operator@dlhk', 'Domain contains illegal character'],
  ['ope rator@dlhk.example', 'Local address contains control or whitespace'],
  ['operator..dua@dlhk.example', 'Local address contains dot-dot'],
  ['operator@dlhk..example', 'Domain contains dot-dot'],
  ['opératör@dlhk.example', 'Local address contains control or whitespace'],
  ['operator@dlhk.example, lain@luar.example', 'Local address contains control or whitespace'],
  ['operator@dlhk.example,lain@luar.example', 'Illegal address'],
])('refuses the recipient %j: %s', async (address, message) => {
  const ses = await startSes()
  const more = { Destinations: ['lain@dlhk.example', address] }
  await expect(sendMail(ses, {}, more)).rejects.toMatchObject({ name: 'InvalidParameterValue', message })
  expect(ses.emulator.messages()).toEqual([])
})

test('takes 50 recipients and refuses 51', async () => {
  const ses = await startSes()
  const many = Array.from({ length: 51 }, (_, n) => `operator${n}@dlhk.example`)
  await expect(sendMail(ses, {}, { Destinations: many })).rejects.toMatchObject({
    message: 'Recipient count exceeds 50.',
  })
  await sendMail(ses, {}, { Destinations: many.slice(1) })
  expect(ses.emulator.messages()[0]?.to).toHaveLength(50)
})

test('refuses a sender that nobody verified, in the header or in Source, with the name SES gives', async () => {
  const ses = await startSes()
  const rejection = sendMail(ses, { from: 'palsu@luar.example' })
  await expect(rejection).rejects.toBeInstanceOf(MessageRejected)
  await expect(rejection).rejects.toThrow(
    'Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-3: palsu@luar.example',
  )
  await expect(sendMail(ses, {}, { Source: 'palsu@luar.example' })).rejects.toBeInstanceOf(MessageRejected)
  await expect(sendMail(ses, { from: 'a@bukanlengkap.example' })).rejects.toBeInstanceOf(MessageRejected)
  await sendMail(ses, { from: 'a@kota.lengkap.example' })
})

test('a single verified address does not verify its domain', async () => {
  const ses = await startSes({ verifiedSenders: ['pengingat@lengkap.example'] })
  await sendMail(ses)
  await expect(sendMail(ses, { from: 'lain@lengkap.example' })).rejects.toBeInstanceOf(MessageRejected)
})

test('the sandbox also refuses recipients that nobody verified, but not the simulator', async () => {
  const ses = await startSes({ sandbox: true })
  await expect(sendMail(ses)).rejects.toThrow(/operator@dlhk\.example/)
  await sendMail(ses, { to: 'success@simulator.amazonses.com' })
})

test('refuses more than 10 MB and takes nearly 10 MB', async () => {
  const ses = await startSes()
  const line = `${'a'.repeat(76)}\r\n`
  const sized = (bytes: number) => `${head}\r\n${line.repeat(Math.floor(bytes / line.length))}`
  await expect(sendRaw(ses, sized(10.01 * 1024 * 1024))).rejects.toThrow(
    /Message length is more than 10485760 bytes long/,
  )
  await sendRaw(ses, sized(9.9 * 1024 * 1024))
})

test('a paused account and an unknown configuration set throw the exceptions of the SDK', async () => {
  const paused = await startSes({ sendingPaused: true })
  await expect(sendMail(paused)).rejects.toBeInstanceOf(AccountSendingPausedException)
  const ses = await startSes({ configurationSets: ['lengkap'] })
  await expect(sendMail(ses, {}, { ConfigurationSetName: 'lain' })).rejects.toBeInstanceOf(
    ConfigurationSetDoesNotExistException,
  )
  await sendMail(ses, {}, { ConfigurationSetName: 'lengkap' })
})

test('refuses tags with other signs than SES allows', async () => {
  const ses = await startSes()
  await expect(sendMail(ses, {}, { Tags: [{ Name: 'nid', Value: 'a b' }] })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
  })
})

test('says clearly what it does not do', async () => {
  const { client, emulator } = await startSes()
  const message = { Subject: { Data: 'Uji' }, Body: { Text: { Data: 'Isi' } } }
  const command = new SendEmailCommand({
    Source: sender,
    Destination: { ToAddresses: ['a@b.example'] },
    Message: message,
  })
  await expect(client.send(command)).rejects.toMatchObject({ name: 'InvalidAction', message: /SendRawEmail/ })
  const unsigned = await fetch(emulator.url, { method: 'POST', body: new URLSearchParams({ Action: 'GetSendQuota' }) })
  expect(unsigned.status).toBe(403)
})

test('the rate is per second of real time and the second after it is free again', async () => {
  let tick = 0
  const ses = await startSes({ ratePerSecond: 2, monotonicMs: () => tick })
  await sendMail(ses)
  await sendMail(ses)
  const throttled = sendMail(ses)
  await expect(throttled).rejects.toBeInstanceOf(SESServiceException)
  await expect(throttled).rejects.toMatchObject({ name: 'Throttling', message: 'Maximum sending rate exceeded.' })
  tick = 1001
  await sendMail(ses)
  expect(ses.emulator.messages()).toHaveLength(3)
})

test('the quota counts recipients in 24 hours of the rehearsal clock, survives a restart, and spares the simulator', async () => {
  let now = new Date('2026-02-10T01:00:00Z')
  const options = { dailyQuota: 3, clock: () => now }
  const first = await startSes(options)
  await sendMail(first, {}, { Destinations: ['a@b.example', 'c@b.example'] })
  await sendMail(first, { to: 'success@simulator.amazonses.com' })
  await first.emulator.close()
  const ses = await startSes({ ...options, dataDir: first.dataDir })
  const two = { Destinations: ['a@b.example', 'c@b.example'] }
  await expect(sendMail(ses, {}, two)).rejects.toMatchObject({
    name: 'Throttling',
    message: 'Daily message quota exceeded.',
  })
  await sendMail(ses)
  expect(await ses.client.send(new GetSendQuotaCommand({}))).toMatchObject({ Max24HourSend: 3, SentLast24Hours: 3 })
  now = new Date('2026-02-11T01:00:01Z')
  await sendMail(ses, {}, two)
})

test('what nodemailer composes for hostile input never becomes a second header', async () => {
  const ses = await startSes()
  await sendRaw(
    ses,
    await composed({ subject: 'Uji\r\nBcc: lain@luar.example', headers: { 'X-Uji': 'a\r\nX-Lain: b' } }),
  )
  const [message] = ses.emulator.messages()
  expect(message?.to).toEqual(['operator@dlhk.example'])
  expect(message?.headers).not.toHaveProperty('bcc')
  expect(message?.headers).not.toHaveProperty('x-lain')
})
