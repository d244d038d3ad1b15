/**
 * What a coordinator does about mails by hand, as facts of the round: reminding agencies now, and sending something again that
 * did not arrive. The notices themselves are derived from these facts by the plan, like all others.
 */
import * as z from 'zod'
import { agencyIdSchema, formIdSchema, instantSchema, personIdSchema, requestKeySchema } from './ids.ts'
import { noticeKindSchema, noticePlanSchema } from './notice.ts'
import { stampSchema } from './region.ts'

/** A reminder by hand. It goes to the agencies' operators, and to their heads where asked for or where no operator can be reached. */
export const nudgeSchema = z.object({
  ...stampSchema.shape,
  number: z.int().min(1),
  agencyIds: z.array(agencyIdSchema).min(1),
  heads: z.boolean(),
  /** A personal note, printed in the mail under the coordinator's name. */
  note: z.string().min(1).max(1_000).optional(),
  /** Why these people are reminded although they were reminded today already. */
  forcedBecause: z.string().min(1).max(500).optional(),
  requestKey: requestKeySchema,
})
export type Nudge = z.infer<typeof nudgeSchema>

export const nudgeRequestSchema = z.object({
  agencyIds: z.array(agencyIdSchema).min(1).max(500),
  heads: z.boolean().default(false),
  note: z.string().trim().max(1_000).optional(),
  forcedBecause: z.string().trim().max(500).optional(),
})
export type NudgeRequest = z.infer<typeof nudgeRequestSchema>
/** `requestKey`: made once by the page; the same one again is the same reminder. */
export const nudgeOrderSchema = nudgeRequestSchema.extend({ requestKey: requestKeySchema })

/** Something sent again: what identifies the first notice, but for the slot, which the plan makes new. */
export const resendSchema = z.object({
  ...stampSchema.shape,
  number: z.int().min(1),
  nid: noticePlanSchema.shape.nid,
  kind: noticeKindSchema,
  scope: z.string(),
  agencyId: agencyIdSchema.optional(),
  formId: formIdSchema.optional(),
  recipientId: personIdSchema,
  rounds: z.array(z.string()).optional(),
  slot: z.string(),
  expiresAt: instantSchema,
  why: z.string(),
})
export type Resend = z.infer<typeof resendSchema>
