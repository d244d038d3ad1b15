/**
 * The raw message as it goes to SES. Built here and not by SES, because only raw messages may carry own headers: the
 * notice's number, and the mark that stops out-of-office replies from answering a machine.
 */
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Mail } from '../domain/notices/ledger/mailer.ts'
import { oneLine } from './safe-text.ts'

/** The sender as people see it. */
export type Sender = { name: string; email: string }

/** SES refuses longer header values. */
export const longestHeader = 870

/** An address that cannot break out of its header or smuggle in a second recipient; the rest is for SES to judge. */
const oneAddress = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/

/**
 * The message as bytes: ASCII headers (RFC 2047 words where needed), quoted-printable text and html. Deterministic. Throws a RangeError where the address is not exactly one.
 */
export async function buildMime(mail: Mail, from: Sender): Promise<Buffer> {
  for (const address of [mail.to.email, mail.replyTo, from.email]) {
    if (!oneAddress.test(address)) throw new RangeError('not exactly one address')
  }
  const composer = new MailComposer({
    from: { name: personName(from.name), address: from.email },
    to: { name: personName(mail.to.name), address: mail.to.email },
    replyTo: mail.replyTo,
    subject: mail.subject,
    date: mail.at,
    text: mail.text,
    html: mail.html,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    messageId: `<${mail.nid}.${mail.attempt}@${from.email.slice(from.email.indexOf('@') + 1)}>`,
    headers: { 'X-Notification-Id': mail.nid, 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail) },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await composer.compile().build()
}

/** RFC 2369 and 8058. Only an https address: mail programs call no other, and a line break could not stand in one. */
function unsubscribeHeaders({ unsubscribeUrl }: Mail): Record<string, string> {
  if (unsubscribeUrl === undefined || !/^https?:\/\/[!-;=?-~]+$/.test(unsubscribeUrl)) return {}
  return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** Names are free text; 100 characters are enough to greet and leave room for their encoding. */
function personName(name: string): string {
  return oneLine(name).slice(0, 100)
}
