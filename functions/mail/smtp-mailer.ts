/**
 * The Mailer port over an SMTP relay, for where no cloud is allowed. One call is one connection and one try. A relay's answer is
 * all there is, so what it said decides: before the last dot nothing was taken; after it, silence means that nobody knows.
 */
import type { Mail, Mailer, MailOutcome } from '../domain/notices/ledger/mailer.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import type { Sender } from './mime.ts'
import { createPace, type PaceParts } from './pace.ts'

/** What nodemailer tells of a failure: at which command, and what the relay answered there. */
type SmtpError = Error & { code?: string; command?: string; responseCode?: number }

export type SmtpMailerParts = {
  /** `smtp://user:password@host:587`, `smtps://…` for TLS from the first byte; `?rate=5`: it takes so many mails a second. */
  url: string
  from: Sender
  connectMs?: number
  answerMs?: number
  /** How a relay's rate is shared with other senders; absent: there are none. */
  pace?: PaceParts
}

export function createSmtpMailer({ url, from, connectMs = 5_000, answerMs = 20_000, pace }: SmtpMailerParts): Mailer {
  const rate = rateOf(url)
  const options = { ...relayOf(url), connectionTimeout: connectMs, greetingTimeout: connectMs, socketTimeout: answerMs }
  return {
    evidence: false,
    ...(rate !== undefined && { paced: createPace(async () => rate, pace) }),
    async send(mail) {
      if (isRehearsalId(mail.scope)) return { outcome: 'refused', retry: false, reason: 'rehearsal' }
      const { buildMime } = await import('./mime.ts')
      let raw: Buffer
      try {
        raw = Buffer.concat([placeHeader(mail), await buildMime(mail, from)])
      } catch (error) {
        return { outcome: 'refused', retry: false, reason: String(error) }
      }
      return relay(options, mail, from, raw)
    },
  }
}

/** Throws on what is no address of a relay. */
function relayOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new Error(`SMTP_URL begins with smtp: or smtps:, not ${protocol}`)
  const secure = protocol === 'smtps:'
  const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  const auth = username ? { credentials } : undefined
  // Only to this very machine may mails and a password go unencrypted.
  const requireTLS = !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return { host: hostname, port: Number(port) || (secure ? 465 : 587), secure, requireTLS, auth }
}

/** Throws on what is no rate. */
function rateOf(url: string): number | undefined {
  const told = new URL(url).searchParams.get('rate')
  if (told === null) return undefined
  const rate = Number(told)
  if (!(rate > 0)) throw new Error('The rate in SMTP_URL is a number of mails a second')
  return rate
}

/** By which a bounce that brings our headers back is led to its notice. Ids hold letters, digits and hyphens only. */
function placeHeader({ region, scope, nid }: Mail): Buffer {
  return Buffer.from(`X-Notification-Place: ${region} ${scope} ${nid}\r\n`)
}

async function relay(
  { auth, ...options }: ReturnType<typeof relayOf> & { connectionTimeout: number },
  mail: Mail,
  from: Sender,
  raw: Buffer,
): Promise<MailOutcome> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const connection = new SMTPConnection(options)
  const failed = new Promise<never>((_, reject) => connection.on('error', reject))
  // Whoever races it first hears of it; later nobody need.
  failed.catch(() => undefined)
  const step = (start: (done: (error?: Error | null) => void) => void) =>
    Promise.race([
      failed,
      new Promise<void>((resolve, reject) => start((error) => (error ? reject(error) : resolve()))),
    ])
  let handing = false
  try {
    await step((done) => connection.connect(done))
    if (auth) await step((done) => connection.login(auth, done))
    handing = true
    const dsn = { id: `${mail.region}.${mail.scope}.${mail.nid}`, return: 'headers', notify: ['failure', 'delay'] }
    await step((done) => connection.send({ from: from.email, to: [mail.to.email], dsn } as never, raw, done))
    return { outcome: 'accepted', messageId: `${mail.nid}.${mail.attempt}` }
  } catch (error) {
    return handing ? refusalOf(error as SmtpError) : troubleOf(error as SmtpError)
  } finally {
    connection.quit()
    connection.close()
  }
}

/** Nothing was handed over yet: whatever it is, it concerns every mail. */
function troubleOf({ code, responseCode, message }: SmtpError): MailOutcome {
  const reason = message.slice(0, 300)
  if (code === 'EAUTH' || responseCode === 535) return { outcome: 'unavailable', trouble: 'credentials', reason }
  return { outcome: 'unavailable', trouble: responseCode === undefined ? 'unreachable' : 'failing', reason }
}

/**
 * While a mail is handed over. Only an answer to one of our commands is one: a connection that was cut, also by a parting 421,
 * is named `CONN` by nodemailer even when all was sent, and then nobody knows.
 */
function refusalOf({ command = '', responseCode, message }: SmtpError): MailOutcome {
  const reason = message.slice(0, 300)
  const [verb] = command.split(' ')
  if (responseCode === undefined || verb === 'CONN') return { outcome: 'unknown', reason }
  const later = responseCode < 500
  if (verb === 'MAIL') return { outcome: 'unavailable', trouble: later ? 'throttled' : 'identity', reason }
  return { outcome: 'refused', retry: later, reason }
}
