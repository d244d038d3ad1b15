/** The SES mailer against the strict emulator, and against a network that misbehaves: what each answer is taken to mean. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetSendQuotaCommand } from '@aws-sdk/client-ses'
import { afterEach, describe, expect, it } from 'vitest'
import type { Mail } from '../../functions/domain/notices/ledger/mailer.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { createSesClient, createSesMailer } from '../../functions/mail/ses-mailer.ts'
import { startSesEmulator } from '../../local/ses/ses-emulator.ts'
import type { SesOptions } from '../../local/ses/ses-settings.ts'
import { contentOf, foot } from './kupang-contents.ts'

const closers: (() => Promise<unknown> | undefined)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const mail: Mail = {
  ...renderMail(contentOf('receipt'), 'id', foot.id),
  nid: foot.id.nid,
  attempt: 2,
  at: new Date('2026-02-13T01:41:00Z'),
  region: 'kota-kupang',
  scope: '3a-2026-2',
  kind: 'receipt',
  to: { name: 'Maria Y. Ndun', email: 'operator@perikanan.example' },
  replyTo: 'koordinator@bappeda.example',
}

/** Tests do not wait as long as people do. */
const answerMs = 500
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

function mailerAt(endpoint: string, configurationSet = 'lengkap', fromEmail = 'lengkap@lengkap.example') {
  const client = createSesClient({ endpoint, region: 'ap-southeast-3', credentials }, answerMs)
  closers.push(async () => client.destroy())
  return createSesMailer({ client, from: { name: 'Lengkap', email: fromEmail }, configurationSet })
}

async function emulator(options: Partial<SesOptions> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lengkap-mail-'))
  const ses = await startSesEmulator({
    port: 0,
    dataDir,
    clock: () => new Date('2026-02-13T01:41:00Z'),
    verifiedSenders: ['lengkap.example'],
    ...options,
  })
  closers.push(async () => {
    await ses.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return ses
}

async function server(answer: (response: ServerResponse, calls: number) => void) {
  let calls = 0
  const listening: Server = createServer((request, response) => {
    request.resume()
    request.on('end', () => answer(response, ++calls))
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  closers.push(async () => {
    listening.closeAllConnections()
    await new Promise((resolve) => listening.close(resolve))
  })
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, calls: () => calls }
}

function errorXml(code: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`
}

describe('a mail that SES takes', () => {
  it("is accepted with SES's id, and its tags lead back to the notice", async () => {
    const ses = await emulator()
    const outcome = await mailerAt(ses.url).send(mail)
    const [message] = ses.messages()
    expect(outcome).toEqual({ outcome: 'accepted', messageId: message?.id })
    expect(message?.to).toEqual(['operator@perikanan.example'])
    expect(message?.subject).toBe(mail.subject)
    expect(message?.tags).toMatchObject({
      nid: mail.nid,
      region: 'kota-kupang',
      scope: '3a-2026-2',
      kind: 'receipt',
      attempt: '2',
    })
  })
})

describe('a mail that is refused', () => {
  it.each([
    ['an unverified sender', {}, { from: 'lengkap@elsewhere.example' }, 'identity'],
    ['an unknown configuration set', { configurationSets: ['other'] }, {}, 'configuration'],
    ['a paused account', { sendingPaused: true }, {}, 'paused'],
    ['a used-up daily quota', { dailyQuota: 0 }, {}, 'quota'],
  ] as const)(
    'for %s is no fault of the mail: all wait until it lifts',
    async (_, options, { from = 'lengkap@lengkap.example' }: { from?: string }, trouble) => {
      const ses = await emulator(options)
      const outcome = await mailerAt(ses.url, 'lengkap', from).send(mail)
      expect(outcome).toMatchObject({ outcome: 'unavailable', trouble })
      expect(ses.messages()).toEqual([])
    },
  )

  it('for a recipient that the sandbox does not know is refused alone, and may be tried again', async () => {
    const ses = await emulator({ sandbox: true })
    expect(await mailerAt(ses.url).send(mail)).toMatchObject({ outcome: 'refused', retry: true })
  })

  it('for being of a rehearsal never reaches the network, whatever went wrong before', async () => {
    const { url, calls } = await server((response) => response.end())
    const outcome = await mailerAt(url).send({ ...mail, scope: 'latihan-3a-2026-2-1' })
    expect(outcome).toEqual({ outcome: 'refused', retry: false, reason: 'rehearsal' })
    expect(calls()).toBe(0)
  })

  it('for a malformed address never reaches the network', async () => {
    const { url, calls } = await server((response) => response.end())
    const outcome = await mailerAt(url).send({ ...mail, to: { name: 'X', email: 'a@x.example\r\nBcc: b@x.example' } })
    expect(outcome).toMatchObject({ outcome: 'refused', retry: false })
    expect(calls()).toBe(0)
  })

  it.each([
    ['InvalidParameterValue', 400],
    ['MessageRejected', 400],
    ['RequestEntityTooLarge', 413],
  ])('with %s (%i) for its own fault is not tried again', async (code, status) => {
    const { url, calls } = await server((response) => response.writeHead(status).end(errorXml(code)))
    expect(await mailerAt(url).send(mail)).toMatchObject({ outcome: 'refused', retry: false })
    expect(calls()).toBe(1)
  })

  it.each([
    ['Throttling', 400, 'throttled'],
    ['TooManyRequestsException', 429, 'throttled'],
    ['ExpiredToken', 403, 'credentials'],
    ['InvalidClientTokenId', 403, 'credentials'],
    ['SignatureDoesNotMatch', 403, 'credentials'],
    ['AccessDenied', 403, 'rights'],
    ['MailFromDomainNotVerifiedException', 400, 'identity'],
    ['AccountSendingPausedException', 400, 'paused'],
    ['ConfigurationSetSendingPausedException', 400, 'paused'],
    ['ConfigurationSetDoesNotExist', 400, 'configuration'],
    ['SomethingNobodyKnows', 400, 'refusing'],
    ['NotFound', 404, 'refusing'],
  ])('with %s (%i) is everybody\u2019s trouble: %s', async (code, status, trouble) => {
    const { url, calls } = await server((response) => response.writeHead(status).end(errorXml(code)))
    expect(await mailerAt(url).send(mail)).toMatchObject({ outcome: 'unavailable', trouble })
    expect(calls()).toBe(1)
  })

  it('in words of the account, not of the message, is everybody\u2019s trouble too', async () => {
    const words = 'Sending paused for this account. For more information, please check the inbox.'
    const xml = errorXml('MessageRejected').replace('>no<', `>${words}<`)
    const { url } = await server((response) => response.writeHead(400).end(xml))
    expect(await mailerAt(url).send(mail)).toMatchObject({ outcome: 'unavailable', trouble: 'paused' })
  })

  it('because nothing listens is refused for now: it cannot have been sent', async () => {
    const outcome = await mailerAt('http://127.0.0.1:1').send(mail)
    expect(outcome).toMatchObject({ outcome: 'unavailable', trouble: 'unreachable' })
  })
})

describe('a look at SES before a mail is risked', () => {
  it('says whether it would be of use', async () => {
    const look = async (options: Partial<SesOptions>) => mailerAt((await emulator(options)).url).look?.()
    expect(await look({})).toBe('willing')
    expect(await look({ dailyQuota: 0 })).toMatchObject({ trouble: 'quota' })
    const failing = await server((response) => response.writeHead(500).end(errorXml('InternalFailure')))
    expect(await mailerAt(failing.url).look?.()).toMatchObject({ outcome: 'unavailable', trouble: 'failing' })
    const denied = await server((response) => response.writeHead(403).end(errorXml('AccessDenied')))
    expect(await mailerAt(denied.url).look?.()).toBe('willing')
  })
})

describe('a mail of which nothing certain is known', () => {
  it.each([
    ['a cut connection', (response: ServerResponse) => response.destroy()],
    ['a 408', (response: ServerResponse) => response.writeHead(408).end(errorXml('RequestTimeout'))],
    ['a 500', (response: ServerResponse) => response.writeHead(500).end(errorXml('InternalFailure'))],
    ['a 503', (response: ServerResponse) => response.writeHead(503).end(errorXml('ServiceUnavailable'))],
    ['an answer that is no XML', (response: ServerResponse) => response.writeHead(200).end('<html>proxy</html>')],
  ])('after %s is unknown, and the SDK has not tried twice', async (_, answer) => {
    const { url, calls } = await server(answer)
    expect(await mailerAt(url).send(mail)).toMatchObject({ outcome: 'unknown' })
    expect(calls()).toBe(1)
  })

  it('without an answer in time is unknown', async () => {
    const { url, calls } = await server(() => undefined)
    const started = performance.now()
    expect(await mailerAt(url).send(mail)).toMatchObject({ outcome: 'unknown' })
    expect(performance.now() - started).toBeGreaterThan(0.9 * answerMs)
    expect(calls()).toBe(1)
  })

  it('the deployed client gives a connection a second and an answer ten', async () => {
    const { url } = await server((response) => response.writeHead(500).end())
    const client = createSesClient({ endpoint: url, region: 'ap-southeast-3', credentials })
    closers.push(async () => client.destroy())
    await client.send(new GetSendQuotaCommand()).catch(() => undefined)
    const handler = client.config.requestHandler as { httpHandlerConfigs(): object }
    expect(handler.httpHandlerConfigs()).toMatchObject({ connectionTimeout: 1_000, requestTimeout: 10_000 })
  })
})
