/**
 * What SES publishes about a message, in the shape of SES event publishing wrapped as Lambda gets it from SNS.
 * A pure function of the kept message: so events need no store of their own, only a mark that they were taken.
 * Field for field after AWS's page "Contents of event data that Amazon SES publishes to Amazon SNS".
 */
import { createHash } from 'node:crypto'
import type { SNSEvent } from 'aws-lambda'
import { type StoredMessage, uuidOf } from './message-store.ts'
import type { Outcome } from './outcomes.ts'
import { accountId } from './ses-settings.ts'

/** One event: `id` is stable over restarts, `payload` is SES's record. */
export type SesEvent = {
  id: string
  type: 'Send' | 'Delivery' | 'Bounce' | 'Complaint'
  at: string
  payload: Record<string, unknown>
}

/** Delivery and what follows happen this long after acceptance, on the rehearsal clock. */
const deliveryMs = 450

/** Send, then by outcome Delivery, Bounce or Complaint; none when the message has no configuration set. */
export function eventsFor(message: StoredMessage, region: string): SesEvent[] {
  if (message.configurationSet === null) return []
  const later = new Date(new Date(message.at).getTime() + deliveryMs).toISOString()
  const mail = mailObject(message, region)
  const event = (type: SesEvent['type'], group: string, at: string, detail: object): SesEvent => ({
    id: `${message.id}#${type}#${group}`,
    type,
    at,
    payload: { eventType: type, mail, [type.toLowerCase()]: detail },
  })
  const to = (...wanted: Outcome[]) =>
    message.recipients.filter((recipient) => wanted.includes(recipient.outcome)).map((recipient) => recipient.address)

  const events = [event('Send', 'all', message.at, {})]
  const arrived = to('delivered', 'out-of-office', 'complained')
  if (arrived.length > 0) events.push(event('Delivery', 'all', later, delivery(arrived, later)))
  for (const outcome of ['bounced', 'out-of-office', 'suppressed', 'globally-suppressed'] as const) {
    const addresses = to(outcome)
    if (addresses.length > 0)
      events.push(event('Bounce', outcome, later, bounce(message.id, outcome, addresses, later)))
  }
  const complained = to('complained')
  if (complained.length > 0) events.push(event('Complaint', 'all', later, complaint(message.id, complained, later)))
  return events
}

/** The event as the Lambda subscribed to the topic receives it; both copies of a doubled event carry one MessageId. */
export function asSnsEvent(event: SesEvent, topicArn: string): SNSEvent {
  const id = uuidOf(createHash('sha256').update(event.id).digest('hex'))
  const host = `https://sns.${topicArn.split(':')[3]}.amazonaws.com/`
  const message = {
    Type: 'Notification',
    MessageId: id,
    TopicArn: topicArn,
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(event.payload),
    Timestamp: event.at,
    SignatureVersion: '1',
    Signature: 'EXAMPLE',
    SigningCertUrl: `${host}SimpleNotificationService-0000000000000000000000.pem`,
    UnsubscribeUrl: `${host}?Action=Unsubscribe&SubscriptionArn=${topicArn}:${id}`,
    MessageAttributes: {},
  }
  const subscription = `${topicArn}:${uuidOf(createHash('sha256').update(topicArn).digest('hex'))}`
  return {
    Records: [{ EventVersion: '1.0', EventSubscriptionArn: subscription, EventSource: 'aws:sns', Sns: message }],
  }
}

function mailObject(message: StoredMessage, region: string): Record<string, unknown> {
  const first = (name: string) => message.headers.find((header) => header.name.toLowerCase() === name)?.value
  return {
    timestamp: message.at,
    source: message.source,
    sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${message.source.split('@').at(-1)}`,
    sendingAccountId: accountId,
    messageId: message.id,
    destination: message.recipients.map((recipient) => recipient.address),
    headersTruncated: false,
    headers: message.headers,
    commonHeaders: {
      from: [first('from') ?? message.source],
      to: [first('to') ?? ''],
      messageId: message.id,
      subject: message.content.subject,
    },
    tags: {
      'ses:operation': ['SendRawEmail'],
      'ses:configuration-set': [message.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [message.source.split('@').at(-1)],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(message.tags.map((tag) => [tag.name, [tag.value]])),
    },
  }
}

function delivery(recipients: string[], timestamp: string) {
  return {
    timestamp,
    processingTimeMillis: deliveryMs,
    recipients,
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'a1-1.smtp-out.amazonses.com',
  }
}

const suppressionText =
  'Amazon SES did not send the message to this address because it is on the suppression list for your account.'
const globalSuppressionText =
  'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.'

const bounceKinds = {
  bounced: { type: 'Permanent', subType: 'General', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  'out-of-office': { type: 'Transient', subType: 'General', diagnosticCode: undefined },
  suppressed: { type: 'Permanent', subType: 'OnAccountSuppressionList', diagnosticCode: suppressionText },
  'globally-suppressed': { type: 'Permanent', subType: 'Suppressed', diagnosticCode: globalSuppressionText },
}

function bounce(id: string, outcome: keyof typeof bounceKinds, addresses: string[], timestamp: string) {
  const { type, subType, diagnosticCode } = bounceKinds[outcome]
  return {
    bounceType: type,
    bounceSubType: subType,
    bouncedRecipients: addresses.map((emailAddress) =>
      diagnosticCode ? { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode } : { emailAddress },
    ),
    timestamp,
    feedbackId: feedbackId(id, outcome),
    reportingMTA: 'dns; amazonses.com',
  }
}

function complaint(id: string, addresses: string[], timestamp: string) {
  return {
    complainedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
    timestamp,
    feedbackId: feedbackId(id, 'complaint'),
    complaintSubType: null,
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: timestamp,
  }
}

function feedbackId(messageId: string, kind: string): string {
  return `${messageId.slice(0, 16)}-${uuidOf(createHash('sha256').update(`${messageId}|${kind}`).digest('hex'))}-000000`
}
