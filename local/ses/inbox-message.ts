/**
 * A message as its reader sees it: what `GET /messages` answers and what the pages show.
 * Parsed once, when the message is accepted; what a mail parser cannot read is refused then, not in the inbox.
 */
import PostalMime from 'postal-mime'
import type { InboxContent, StoredMessage } from './message-store.ts'
import type { Outcome } from './outcomes.ts'
import { invalid } from './ses-refusal.ts'

/** How the message ended; of several recipients' ends the gravest. */
export type DeliveryState = 'delivered' | 'bounced' | 'complained'

/** One entry of `GET /messages`. */
export type InboxMessage = InboxContent & {
  id: string
  /** ISO instant of the rehearsal clock. */
  at: string
  /** The envelope's addresses, bare. */
  to: string[]
  /** By lower-case name, unfolded as sent; repeated ones joined by `, `. */
  headers: Record<string, string>
  tags: Record<string, string>
  delivery: DeliveryState
}

/** Reads a raw message; throws InvalidParameterValue when it is no MIME message. */
export async function readContent(raw: Buffer): Promise<InboxContent> {
  const email = await PostalMime.parse(raw).catch((error: unknown) => {
    throw invalid(`The message cannot be read: ${error instanceof Error ? error.message : error}`)
  })
  const { name = '', address = '' } = email.from ?? {}
  return {
    from: name === '' ? address : `${name} <${address}>`,
    subject: email.subject ?? '',
    // The parser ends a part with line breaks that were not written by its author.
    text: (email.text ?? '').replace(/\n+$/, ''),
    html: (email.html ?? '').replace(/\n+$/, ''),
    attachments: email.attachments.map((attachment) => ({
      name: attachment.filename ?? '',
      type: attachment.mimeType,
      size: typeof attachment.content === 'string' ? attachment.content.length : attachment.content.byteLength,
    })),
  }
}

/** The inbox's view of a kept message. */
export function inboxMessage(message: StoredMessage): InboxMessage {
  const headers: Record<string, string> = {}
  for (const { name, value } of message.headers) {
    const key = name.toLowerCase()
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value
  }
  return {
    id: message.id,
    at: message.at,
    to: message.recipients.map((recipient) => recipient.address),
    ...message.content,
    headers,
    tags: Object.fromEntries(message.tags.map((tag) => [tag.name, tag.value])),
    delivery: worst(message.recipients.map((recipient) => recipient.outcome)),
  }
}

function worst(outcomes: readonly Outcome[]): DeliveryState {
  if (outcomes.includes('complained')) return 'complained'
  // An out-of-office answer is a transient bounce to SES, but the mail has arrived.
  const arrived = outcomes.every((outcome) => outcome === 'delivered' || outcome === 'out-of-office')
  return arrived ? 'delivered' : 'bounced'
}

/** Messages to a recipient whose address contains `to` and whose texts contain `words`; empty filters pass all. */
export function filterMessages(
  messages: readonly InboxMessage[],
  filter: { to: string; words: string },
): InboxMessage[] {
  const to = filter.to.trim().toLowerCase()
  const words = filter.words.trim().toLowerCase().split(/\s+/)
  const theirs = messages.filter((message) => message.to.some((address) => address.toLowerCase().includes(to)))
  return theirs.filter((message) => {
    const texts = [message.subject, message.text, message.from, ...message.to].join('\n').toLowerCase()
    return words.every((word) => texts.includes(word))
  })
}
