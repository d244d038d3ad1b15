/**
 * The SES emulator and the real SDK client for tests: every emulator on its own port and directory, all closed at the end.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses'
import type { SNSEvent } from 'aws-lambda'
import MailComposer from 'nodemailer/lib/mail-composer'
import { afterEach } from 'vitest'
import { type SesEmulator, startSesEmulator } from '../../local/ses/ses-emulator.ts'
import type { SesOptions } from '../../local/ses/ses-settings.ts'

export const sender = 'Lengkap <pengingat@lengkap.example>'
const tuesday = new Date('2026-02-10T01:00:00.000Z')

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

export async function tempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lengkap-test-'))
  cleanups.push(() => rm(dir, { recursive: true, force: true }))
  return dir
}

export type Ses = { emulator: SesEmulator; client: SESClient; dataDir: string; events: SesRecord[] }

/** SES's record inside an SNS event, as far as tests look at it. */
export type SesRecord = {
  eventType: string
  mail: { messageId: string; timestamp: string; destination: string[]; tags: Record<string, string[]> } & Record<
    string,
    unknown
  >
  bounce?: {
    bounceType: string
    bounceSubType: string
    bouncedRecipients: { emailAddress: string }[]
    feedbackId: string
  }
  complaint?: { complainedRecipients: { emailAddress: string }[]; complaintFeedbackType: string }
  delivery?: { recipients: string[]; timestamp: string }
  send?: object
}

export function recordIn(event: SNSEvent): SesRecord {
  return JSON.parse(event.Records[0]?.Sns.Message ?? '{}')
}

/** Starts an emulator on 10 February 2026, 09.00 WITA; `events` collects what it reports unless `onEvent` is given. */
export async function startSes(options: Partial<SesOptions> = {}): Promise<Ses> {
  const dataDir = options.dataDir ?? (await tempDir())
  const events: SesRecord[] = []
  const emulator = await startSesEmulator({
    port: 0,
    dataDir,
    clock: () => tuesday,
    place: () => ({ zone: 'Asia/Makassar', zoneName: 'WITA' }),
    verifiedSenders: ['lengkap.example'],
    ratePerSecond: 10_000,
    eventRetryMs: 5,
    onEvent: async (event) => void events.push(recordIn(event)),
    ...options,
  })
  const client = sesClient(emulator.url)
  cleanups.push(async () => {
    void client.destroy()
    await emulator.close()
  })
  return { emulator, client, dataDir, events }
}

/** The client of the deployed mailer: one attempt, so that a refusal is seen as it is. */
export function sesClient(endpoint: string): SESClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return new SESClient({ endpoint, region: 'ap-southeast-3', credentials, maxAttempts: 1 })
}

type Mail = {
  from?: string
  to?: string
  subject?: string
  text?: string
  html?: string
  headers?: Record<string, string>
  attachments?: { filename: string; content: string; contentType: string }[]
}

export async function composed(mail: Mail = {}): Promise<Buffer> {
  const complete = { from: sender, to: 'operator@dlhk.example', subject: 'Pengingat', text: 'Isi surat.', ...mail }
  return new MailComposer(complete).compile().build()
}

/** Sends a composed mail; answers SES's message id. */
export async function sendMail(
  ses: Ses,
  mail: Mail = {},
  more: Partial<SendRawEmailCommandInput> = {},
): Promise<string> {
  return sendRaw(ses, await composed(mail), more)
}

export async function sendRaw(
  ses: Ses,
  raw: Buffer | string,
  more: Partial<SendRawEmailCommandInput> = {},
): Promise<string> {
  const answer = await ses.client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) }, ...more }))
  return answer.MessageId ?? ''
}
