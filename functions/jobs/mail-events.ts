/**
 * What SES reports about our mails, as SNS brings it: twice, shuffled, late, sometimes before our own acknowledgement.
 * Each step is safe to repeat and is repeated for a repeated event, because the first time may have died halfway. What is not
 * understood is counted and dropped: an event that can never be read must not come back for ever.
 */
import type { SNSEvent } from 'aws-lambda'
import type { NoticeKey, NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import type { MailPulse } from '../domain/notices/ledger/pulse.ts'
import type { Regions } from '../domain/region/regions.ts'
import { mayBeAutoReply } from '../schema/bounces.ts'
import type { Delivery, MailEvent, Notice } from '../schema/notice.ts'
import { type ReadEvent, readEvent } from './mail-events/read-event.ts'

export type MailEventParts = {
  ledger: Pick<NoticeLedger, 'get' | 'insertEvent' | 'events' | 'confirm' | 'recordDelivery'>
  regions: Pick<Regions, 'person' | 'markMailbox'>
  pulse: Pick<MailPulse, 'answered'>
  /** Events from another topic are ignored. */
  topicArn?: string
  /** Told of what was dropped. Gets SNS's id of the message, never its content. */
  report: (dropped: { messageId: string; reason: 'malformed' | 'unknown-notice' | 'foreign-topic' }) => void
}

/** `unknown`: no such notice, e.g. a mail of another stage. */
export type MailEventCounts = { recorded: number; alreadyThere: number; unknown: number; malformed: number }

/** Records all it can, then throws if the table failed for any, so that SNS brings the batch again. */
export async function recordMailEvents(parts: MailEventParts, batch: SNSEvent): Promise<MailEventCounts> {
  const counts: MailEventCounts = { recorded: 0, alreadyThere: 0, unknown: 0, malformed: 0 }
  const failures: unknown[] = []
  for (const { Sns } of batch.Records) {
    try {
      counts[await recordOne(parts, Sns)]++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mail events were not recorded`)
  return counts
}

type Envelope = SNSEvent['Records'][number]['Sns']

async function recordOne(parts: MailEventParts, sns: Envelope): Promise<keyof MailEventCounts> {
  const drop = (reason: 'malformed' | 'unknown-notice' | 'foreign-topic') =>
    parts.report({ messageId: sns.MessageId, reason })
  if (parts.topicArn !== undefined && sns.TopicArn !== parts.topicArn) {
    drop('foreign-topic')
    return 'malformed'
  }
  const read = readEvent(sns.Message)
  if (!read) {
    drop('malformed')
    return 'malformed'
  }
  const { region, scope, nid } = read.event
  const key = { region, scope, nid }
  const notice = await parts.ledger.get(key)
  if (!notice) {
    drop('unknown-notice')
    return 'unknown'
  }
  return record(parts, key, notice, read)
}

async function record(parts: MailEventParts, key: NoticeKey, notice: Notice, read: ReadEvent) {
  const { event, addresses } = read
  const at = new Date(event.at)
  // The event first: it is the evidence that stops a second mail.
  const inserted = await parts.ledger.insertEvent(event)
  await parts.pulse.answered(read.mailedAt)
  await parts.ledger.confirm(key, { messageId: event.messageId, at, via: 'event' })
  const delivery = (await isAutoReply(parts, key, event)) ? 'auto-replied' : deliveries[event.type]
  if (delivery) await parts.ledger.recordDelivery(key, delivery, at)
  const state = blockedBy[event.type]
  if (state) await markMailbox(parts, notice, { state, at: event.at, addresses })
  return inserted === 'inserted' ? 'recorded' : 'alreadyThere'
}

/** Delivered and answered by a program, in whichever order SES tells it: whoever comes second finds the other. */
async function isAutoReply({ ledger }: MailEventParts, key: NoticeKey, event: MailEvent): Promise<boolean> {
  const isReply = ({ type, detail }: MailEvent) => type === 'bounce-soft' && mayBeAutoReply(detail)
  if (event.type !== 'delivery' && !isReply(event)) return false
  const all = [event, ...(await ledger.events(key))]
  return all.some(({ type }) => type === 'delivery') && all.some(isReply)
}

/** A rejected mail (a virus) and one that SES could not render never leave SES: for the ledger they came back. */
const deliveries: Partial<Record<MailEvent['type'], Delivery>> = {
  delivery: 'delivered',
  delay: 'delayed',
  'bounce-soft': 'soft-bounced',
  'bounce-hard': 'bounced',
  complaint: 'complained',
  reject: 'bounced',
  'rendering-failure': 'bounced',
}

const blockedBy: Partial<Record<MailEvent['type'], 'bounced' | 'complained'>> = {
  'bounce-hard': 'bounced',
  complaint: 'complained',
}

type News = { state: 'bounced' | 'complained'; at: string; addresses: readonly string[] }

/** Only while the person still has the address: news about an old one says nothing about the new one. */
async function markMailbox({ regions }: MailEventParts, notice: Notice, { state, at, addresses }: News): Promise<void> {
  const person = await regions.person(notice.region, notice.recipientId)
  if (!person || !addresses.some((address) => isSame(address, person.email))) return
  await regions.markMailbox(notice.region, { personId: person.id, email: person.email, state, at, nid: notice.nid })
}

/** SES may answer with another letter case, or as `Name <address>`. */
function isSame(reported: string, email: string): boolean {
  const address = /<([^<>]+)>\s*$/.exec(reported)?.[1] ?? reported
  return address.trim().toLowerCase() === email.toLowerCase()
}
