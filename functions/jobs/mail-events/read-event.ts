/**
 * SES's event-publishing record, as far as we read it, turned into our own event. The tags that the mail was sent with
 * lead to its notice. Everything here comes from outside: what does not fit answers `undefined`, and is counted, never thrown.
 */
import * as z from 'zod'
import { bounceOf } from '../../schema/bounces.ts'
import { instantSchema, regionIdSchema, roundIdSchema } from '../../schema/ids.ts'
import { type MailEvent, noticePlanSchema } from '../../schema/notice.ts'

const text = z.string().max(2_000)
const times = { timestamp: instantSchema.optional() }
const recipients = z.array(z.object({ emailAddress: z.string(), diagnosticCode: text.optional() })).optional()

const recordSchema = z.object({
  eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay', 'Rendering Failure']),
  mail: z.object({
    timestamp: instantSchema,
    messageId: z.string().min(1).max(200),
    tags: z.object({
      nid: z.tuple([noticePlanSchema.shape.nid]),
      region: z.tuple([regionIdSchema]),
      scope: z.tuple([roundIdSchema]),
    }),
  }),
  delivery: z.object({ ...times, smtpResponse: text.optional() }).optional(),
  bounce: z
    .object({
      ...times,
      bounceType: text,
      bounceSubType: text.optional(),
      feedbackId: text,
      bouncedRecipients: recipients,
    })
    .optional(),
  complaint: z
    .object({ ...times, complaintFeedbackType: text.optional(), feedbackId: text, complainedRecipients: recipients })
    .optional(),
  reject: z.object({ reason: text.optional() }).optional(),
  deliveryDelay: z.object({ ...times, delayType: text.optional() }).optional(),
  failure: z.object({ errorMessage: text.optional() }).optional(),
})
type SesRecord = z.infer<typeof recordSchema>

/** An event and, where the mail came back, the addresses that it came back from. */
export type ReadEvent = { event: MailEvent; addresses: readonly string[]; mailedAt: Date }

/** `undefined` for what is not JSON, not such a record, or about a mail without our tags. */
export function readEvent(message: string): ReadEvent | undefined {
  const record = recordSchema.safeParse(parseJson(message))
  if (!record.success) return undefined
  const { mail } = record.data
  const { type, detail, at = mail.timestamp, feedbackId, addresses = [] } = essence(record.data)
  const [nid] = mail.tags.nid
  const [region] = mail.tags.region
  const [scope] = mail.tags.scope
  // A second delay is a new event; a second copy of a bounce is not.
  const occasion = feedbackId ?? (type === 'delay' ? at : mail.messageId)
  const event = {
    id: `${type}-${occasion}`.slice(0, 200),
    nid,
    region,
    scope,
    type,
    messageId: mail.messageId,
    at,
    detail,
  }
  return { event, addresses, mailedAt: new Date(mail.timestamp) }
}

function parseJson(message: string): unknown {
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}

type Essence = {
  type: MailEvent['type']
  detail: string
  at?: string
  feedbackId?: string
  addresses?: readonly string[]
}

function essence({ eventType, delivery, bounce, complaint, reject, deliveryDelay, failure }: SesRecord): Essence {
  switch (eventType) {
    case 'Send':
      return { type: 'send', detail: '' }
    case 'Delivery':
      return { type: 'delivery', detail: delivery?.smtpResponse ?? '', at: delivery?.timestamp }
    case 'Bounce':
      return bounceEssence(bounce)
    case 'Complaint':
      return {
        type: 'complaint',
        detail: complaint?.complaintFeedbackType ?? '',
        at: complaint?.timestamp,
        feedbackId: complaint?.feedbackId,
        addresses: complaint?.complainedRecipients?.map(({ emailAddress }) => emailAddress),
      }
    case 'Reject':
      return { type: 'reject', detail: reject?.reason ?? '' }
    case 'DeliveryDelay':
      return { type: 'delay', detail: deliveryDelay?.delayType ?? '', at: deliveryDelay?.timestamp }
    case 'Rendering Failure':
      return { type: 'rendering-failure', detail: failure?.errorMessage ?? '' }
  }
}

/** The table of schema/bounces.ts decides what it means. */
function bounceEssence(bounce: SesRecord['bounce']): Essence {
  const [first] = bounce?.bouncedRecipients ?? []
  const kind = [bounce?.bounceType, bounce?.bounceSubType].filter(Boolean).join('/')
  return {
    type: bounceOf(kind)?.blocksAddress ? 'bounce-hard' : 'bounce-soft',
    detail: [kind, first?.diagnosticCode].filter(Boolean).join(': '),
    at: bounce?.timestamp,
    feedbackId: bounce?.feedbackId,
    addresses: bounce?.bouncedRecipients?.map(({ emailAddress }) => emailAddress),
  }
}
