/**
 * A notice: one mail to one recipient about one occasion. Planned by a pure function of facts, sent by the dispatcher.
 * Its `nid` is a hash of what it identifies, so planning again inserts nothing (docs/ledger.md).
 */
import * as z from 'zod'
import { instantSchema } from './ids.ts'

export const noticeKindSchema = z.enum([
  'sign-in-code',
  'sign-in-new-browser',
  'opening',
  'reminder',
  'closed',
  'window',
  'extension-asked',
  'extension-refused',
  'receipt',
  'returned',
  'accepted',
  'thanks',
  'digest',
  'provisional-report',
  'closing-report',
  'report-correction',
  'unassigned',
  'form-moved',
  'duties',
  'warning',
  'test-mail',
  'holidays-missing',
])
export type NoticeKind = z.infer<typeof noticeKindSchema>

/** The scopes of mails that cover several rounds, and of those of signing in; all others have their round's id. */
export const allRounds = 'all'
export const signInScope = 'sign-in'

export const noticeStateSchema = z.enum([
  'planned',
  'claimed',
  'sent',
  'failed',
  'suppressed',
  'cancelled',
  'expired',
  'unknown',
  'parked',
])

/**
 * What SES reported in the end; rank decides, so shuffled events cannot go backwards. `auto-replied`: delivered, and somebody's
 * program answered.
 */
export const deliverySchema = z.enum(['delayed', 'delivered', 'soft-bounced', 'auto-replied', 'bounced', 'complained'])
export type Delivery = z.infer<typeof deliverySchema>

/** What a plan decides about a notice; nothing in it changes afterwards. */
export const noticePlanSchema = z.object({
  nid: z.string().regex(/^[0-9A-Z]{26}$/),
  kind: noticeKindSchema,
  region: z.string(),
  /** The partition it lives in: a round's id, `all` for mails that cover several rounds, or `sign-in`. */
  scope: z.string(),
  /** Subjects of the notice; for receipts and reviews exactly one agency and form. */
  agencyId: z.string().optional(),
  formId: z.string().optional(),
  recipientId: z.string(),
  /** Of openings and digests over several rounds: which. */
  rounds: z.array(z.string()).optional(),
  /** The occasion: an instant of the alert plan, or the number of the fact (`0003`, `0002-01`), or the challenge's id. Never the run's time. */
  slot: z.string(),
  dueAt: instantSchema,
  /** The latest useful moment, exclusive. */
  expiresAt: instantSchema,
  /** Inserted at once as `expired` when a newer step of the same series is due too, or its hour was past when it was set. */
  state: z.enum(['planned', 'expired']),
  /** Why it was planned, for the ledger, in words of the planner: `step target-day of round 3a-2026-2`. */
  why: z.string(),
  /** Why it was only recorded: `hour-past` of a step whose hour was past when it was set. */
  reason: z.string().optional(),
})
export type NoticePlan = z.infer<typeof noticePlanSchema>

/** The reason of a step whose hour was past when it was set. */
export const hourPast = 'hour-past'

/** A notice as it stands in the ledger. */
export const noticeSchema = z.object({
  ...noticePlanSchema.shape,
  state: noticeStateSchema,
  plannedAt: instantSchema,
  token: z.string().optional(),
  leaseUntil: instantSchema.optional(),
  fence: z.string().optional(),
  fencedAt: instantSchema.optional(),
  /** Its facts were read after this instant: what happened later it may not tell. */
  asOf: instantSchema.optional(),
  /** Claims, also by workers that died. */
  attempts: z.int(),
  /** How often this very mail was refused; the retry window counts from the first of them. */
  refusals: z.int().optional(),
  firstTriedAt: instantSchema.optional(),
  /** After a refusal that may pass, or an unknown outcome: not before this. */
  retryAt: instantSchema.optional(),
  unknowns: z.int(),
  messageId: z.string().optional(),
  /** How we know that it was sent: SES's answer, or its event. */
  via: z.enum(['ack', 'event', 'evidence']).optional(),
  sentAt: instantSchema.optional(),
  subject: z.string().optional(),
  reason: z.string().optional(),
  delivery: deliverySchema.optional(),
  deliveredAt: instantSchema.optional(),
  epoch: z.string(),
})
export type Notice = z.infer<typeof noticeSchema>

/** An event that SES reported about a notice. */
export const mailEventSchema = z.object({
  id: z.string(),
  nid: z.string(),
  region: z.string(),
  scope: z.string(),
  type: z.enum(['send', 'delivery', 'bounce-soft', 'bounce-hard', 'complaint', 'delay', 'reject', 'rendering-failure']),
  messageId: z.string(),
  at: instantSchema,
  detail: z.string(),
})
export type MailEvent = z.infer<typeof mailEventSchema>

export const planCountsSchema = z.object({ planned: z.int(), inserted: z.int(), alreadyThere: z.int() })
export const dispatchCountsSchema = z.object({ sent: z.int(), cancelled: z.int(), failed: z.int(), retrying: z.int() })
export const checkCountsSchema = z.object({ opened: z.int(), solved: z.int(), unchanged: z.int() })
export type PlanCounts = z.infer<typeof planCountsSchema>
export type DispatchCounts = z.infer<typeof dispatchCountsSchema>
export type CheckCounts = z.infer<typeof checkCountsSchema>
