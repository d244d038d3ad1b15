/** Shapes of what the API says about mails: to come, sent, and by hand. */
import * as z from 'zod'
import { agencyIdSchema, instantSchema, localDateSchema, roundIdSchema } from '../schema/ids.ts'
import { mailEventSchema, noticeKindSchema, noticePlanSchema, noticeSchema } from '../schema/notice.ts'
import { noticeOutcomeSchema } from '../schema/notice-outcome.ts'
import { wordingSchema } from '../schema/wording.ts'
import { agencyViewSchema, mailHealthSchema, recipientSchema } from './shapes.ts'

/** Why a mail goes; see domain/notices/explain.ts. */
export const explanationSchema = z.object({
  step: z
    .enum(['opening', 'before-target', 'target-day', 'overdue', 'last-working-day', 'final-day', 'closed'])
    .nullable(),
  byHand: z.boolean(),
  again: z.boolean(),
  agencyIds: z.array(z.string()),
  shifted: z.object({ from: localDateSchema, holiday: wordingSchema.nullable() }).nullable(),
})

export const plannedMailSchema = z.object({
  nid: z.string(),
  kind: noticeKindSchema,
  dueAt: instantSchema,
  expiresAt: instantSchema,
  agencyId: z.string().optional(),
  formId: z.string().optional(),
  recipient: recipientSchema,
  why: z.string(),
  ...explanationSchema.shape,
})
const datePairSchema = z.object({ before: localDateSchema, after: localDateSchema })
export const mailPlanSchema = z.object({
  asOf: z.string(),
  mails: z.array(plannedMailSchema),
  difference: z
    .object({
      added: z.array(plannedMailSchema),
      removed: z.array(plannedMailSchema),
      changed: z.array(plannedMailSchema),
      dates: z.array(z.object({ agencyId: z.string(), targetOn: datePairSchema, closesOn: datePairSchema })),
    })
    .optional(),
})
/** `asOf`: as if that were now, an instant or a wall clock in the region's zone. `change` and what follows it: as if this decision about the dates had been made then. */
export const mailPlanQuery = z.strictObject({
  asOf: z.iso.datetime({ offset: true, local: true }).optional(),
  change: z.enum(['extend', 'reopen', 'close', 'correct']).optional(),
  closesOn: localDateSchema.optional(),
  targetOn: localDateSchema.optional(),
  /** Separated by commas; absent = all. */
  agencies: z
    .string()
    .max(4_000)
    .transform((list) => list.split(',').filter((id) => id !== ''))
    .pipe(z.array(agencyIdSchema))
    .optional(),
})
export const renderedMailSchema = z.object({ subject: z.string(), text: z.string(), html: z.string() })

export const notificationSchema = noticeSchema
  .pick({
    nid: true,
    kind: true,
    scope: true,
    agencyId: true,
    formId: true,
    state: true,
    slot: true,
    dueAt: true,
    expiresAt: true,
    plannedAt: true,
    sentAt: true,
    attempts: true,
    subject: true,
    why: true,
    reason: true,
    delivery: true,
    deliveredAt: true,
    via: true,
  })
  .extend({ recipient: recipientSchema, outcome: noticeOutcomeSchema })
export const notificationQuery = z.object({
  round: roundIdSchema.optional(),
  agency: agencyIdSchema.optional(),
  person: z.string().max(80).optional(),
  kind: noticeKindSchema.optional(),
  outcome: noticeOutcomeSchema.optional(),
  /** The id of a batch: what went out together. */
  batch: z.string().max(160).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
  /** The `next` of the page before. */
  after: z.string().max(240).optional(),
})
export const notificationListSchema = z.object({
  notifications: z.array(notificationSchema),
  /** How many there are with these filters, by outcome. */
  counts: z.partialRecord(noticeOutcomeSchema, z.int()),
  next: z.string().nullable(),
})
/** What went out together, as one line; `only`: where it is a single mail. */
export const notificationBatchesSchema = z.object({
  batches: z.array(
    z.object({
      id: z.string(),
      kind: noticeKindSchema,
      byHand: z.boolean(),
      firstAt: instantSchema,
      lastAt: instantSchema,
      count: z.int(),
      outcomes: z.partialRecord(noticeOutcomeSchema, z.int()),
      only: notificationSchema.nullable(),
    }),
  ),
  counts: z.partialRecord(noticeOutcomeSchema, z.int()),
  next: z.string().nullable(),
})
export const nidSchema = noticePlanSchema.shape.nid
export const notificationDetailSchema = z.object({
  notification: notificationSchema,
  explanation: explanationSchema,
  /** The rounds that it speaks of, by title, and the agencies that it names. */
  rounds: z.array(z.object({ id: z.string(), title: wordingSchema })),
  agencies: z.array(z.object({ id: z.string(), shortName: z.string() })),
  messageId: z.string().nullable(),
  events: z.array(mailEventSchema.pick({ id: true, type: true, at: true, detail: true })),
  /** Present for the coordinator: may it be sent again, and if not, why not. */
  again: z.object({ possible: z.boolean(), reason: z.string().nullable() }).nullable(),
  /** The notice that this one repeats, and the one that repeats it. */
  repeats: z.string().nullable(),
  repeatedBy: z.string().nullable(),
  mailbox: z.enum(['bounced', 'complained']).nullable(),
})

export const nudgePreviewSchema = z.object({
  people: z.array(
    z.object({
      recipient: recipientSchema,
      agencyIds: z.array(z.string()),
      verdict: z.enum(['gets-it', 'reminded-today', 'unreachable']),
      remindedAt: instantSchema.nullable(),
    }),
  ),
  nothingOpen: z.array(z.string()),
  nobody: z.array(z.string()),
  /** As the first who gets it would read it now. */
  mail: renderedMailSchema.nullable(),
})

const callSchema = recipientSchema.extend({ role: z.string(), phone: z.string().optional() })
export const unreachableSchema = z.object({
  people: z.array(
    z.object({
      person: callSchema,
      state: z.enum(['bounced', 'complained']),
      since: instantSchema,
      nid: z.string(),
      /** Who was named to be called in the person's place. */
      deputy: callSchema.optional(),
      instead: z.array(z.object({ agency: agencyViewSchema, people: z.array(callSchema) })),
    }),
  ),
})
export const repairRequestSchema = z.object({ email: z.string().trim().pipe(z.email().max(254)).optional() })

// What the pages read (types only).
export type PlannedMail = z.infer<typeof plannedMailSchema>
export type MailPlan = z.infer<typeof mailPlanSchema>
export type RenderedMail = z.infer<typeof renderedMailSchema>
export type Notification = z.infer<typeof notificationSchema>
export type NotificationList = z.infer<typeof notificationListSchema>
export type NotificationBatches = z.infer<typeof notificationBatchesSchema>
export type NotificationDetail = z.infer<typeof notificationDetailSchema>
export type NudgePreview = z.infer<typeof nudgePreviewSchema>
export type Unreachable = z.infer<typeof unreachableSchema>

export const mailServiceSchema = z.object({
  mail: mailHealthSchema,
  /** Only for coordinators, and only while no mail goes. */
  waiting: z.array(z.object({ person: recipientSchema, askedAt: instantSchema, expiresAt: instantSchema })),
  handed: z.array(z.object({ person: recipientSchema, by: recipientSchema, askedAt: instantSchema })),
})
export const handedCodeSchema = z.object({ code: z.string(), expiresAt: instantSchema })
export type MailService = z.infer<typeof mailServiceSchema>
export type HandedCode = z.infer<typeof handedCodeSchema>
