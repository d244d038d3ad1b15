/**
 * A delivery status notification (RFC 3464), as a relay sends it to the envelope's sender, turned into the events that SES would
 * report. Only a mail whose outer type is such a report is taken: a person who forwards a bounce, or an out-of-office answer,
 * says nothing about an address. `delayed` is no failure; one report may tell of several recipients.
 */
import PostalMime, { type Attachment } from 'postal-mime'

export type ReportEvent = { eventType: 'Bounce' | 'DeliveryDelay'; payload: Record<string, unknown> }

type Recipient = { address: string; action: string; status: string; diagnostic: string }
type Place = { region: string; scope: string; nid: string }

/** None where the mail is no report, or not about a mail of ours. */
export async function readReport(raw: Uint8Array, receivedAt: Date): Promise<ReportEvent[]> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true })
  const outer = mail.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!/^\s*multipart\/report\b/i.test(outer) || !/report-type\s*=\s*"?delivery-status\b/i.test(outer)) return []
  const [whole = '', ...each] = blocksOf(partOf(mail.attachments, /^message\/(global-)?delivery-status$/i))
  const place = noticeKeyIn(fieldOf(whole, 'Original-Envelope-Id'), returnedHeaders(mail.attachments))
  if (place === undefined) return []
  return each.map(recipientOf).flatMap((recipient) => eventsOf(recipient, place, receivedAt))
}

function eventsOf({ address, action, status, diagnostic }: Recipient, place: Place, at: Date): ReportEvent[] {
  const timestamp = at.toISOString()
  const { region, scope, nid } = place
  const mail = { timestamp, messageId: nid, tags: { nid: [nid], region: [region], scope: [scope] } }
  if (action === 'delayed') {
    return [{ eventType: 'DeliveryDelay', payload: { mail, deliveryDelay: { timestamp, delayType: status } } }]
  }
  if (action !== 'failed' || address === '') return []
  const bounce = {
    timestamp,
    // A full mailbox is not a wrong address; nor is what the relay gave up on after trying for days.
    bounceType: /^5\.(?!2\.2)/.test(status) ? 'Permanent' : 'Transient',
    bounceSubType: status,
    feedbackId: `${nid}-${status}`,
    bouncedRecipients: [{ emailAddress: address, diagnosticCode: diagnostic }],
  }
  return [{ eventType: 'Bounce', payload: { mail, bounce } }]
}

function recipientOf(block: string): Recipient {
  return {
    address: addressOf(fieldOf(block, 'Original-Recipient')) || addressOf(fieldOf(block, 'Final-Recipient')),
    action: fieldOf(block, 'Action').toLowerCase(),
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fieldOf(block, 'Status'))?.[0] ?? '',
    diagnostic: fieldOf(block, 'Diagnostic-Code').slice(0, 500),
  }
}

/** `rfc822;budi+2Buji@x` is xtext (RFC 3461), `utf-8;bud\x{ED}@x` an address of RFC 6533. */
function addressOf(typed: string): string {
  const [, type = '', address = ''] = /^\s*([\w-]+)\s*;\s*(.*?)\s*$/.exec(typed) ?? []
  if (/^utf-8$/i.test(type)) return decode(address, /\\x\{([0-9A-Fa-f]{1,6})\}/g)
  return decode(address, /\+([0-9A-F]{2})/g).replace(/^<(.*)>$/, '$1')
}

function decode(text: string, code: RegExp): string {
  return text.replace(code, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** From the envelope's id, which is ours, else from our own headers, which the report brings back. */
function noticeKeyIn(envelopeId: string, headers: string): Place | undefined {
  const id = decode(envelopeId, /\+([0-9A-F]{2})/g)
  const written =
    /^([\w-]+)\.([\w-]+)\.([0-9A-Z]{26})$/.exec(id) ??
    /^X-Notification-Place: (\S+) (\S+) ([0-9A-Z]{26})\s*$/im.exec(headers)
  const [, region, scope, nid] = written ?? []
  return region && scope && nid ? { region, scope, nid } : undefined
}

/** Groups of fields, unfolded. */
function blocksOf(status: string): string[] {
  const unfolded = status.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ')
  return unfolded.split(/\n[ \t]*\n+/).filter((block) => block.trim() !== '')
}

function fieldOf(block: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(block)?.[1]?.trim() ?? ''
}

function returnedHeaders(attachments: readonly Attachment[]): string {
  return partOf(attachments, /^(message\/rfc822|text\/rfc822-headers|message\/global(-headers)?)$/i).slice(0, 50_000)
}

function partOf(attachments: readonly Attachment[], type: RegExp): string {
  const content = attachments.find(({ mimeType }) => type.test(mimeType))?.content
  if (content === undefined || typeof content === 'string') return content ?? ''
  return new TextDecoder().decode(content)
}
