/**
 * More time, asked for by an agency and decided by the coordinator. A request and a refusal are facts of their own; a grant is the
 * window that names the request, so that date, lock, calendar and mails move by one write and nothing can be granted by half.
 */
import * as z from 'zod'
import { agencyIdSchema, instantSchema, localDateSchema } from './ids.ts'
import { stampSchema } from './region.ts'

export const extensionRequestSchema = z.object({
  ...stampSchema.shape,
  number: z.int().min(1),
  agencyId: agencyIdSchema,
  /** Working days of the agency's week. */
  days: z.int().min(1),
  /** The final date that these days would make, as it stood when it was asked for. */
  closesOn: localDateSchema,
  reason: z.string().min(1).max(1_000),
})
export type ExtensionRequest = z.infer<typeof extensionRequestSchema>

/** `number` is the request's. */
export const extensionRefusalSchema = z.object({
  ...stampSchema.shape,
  number: z.int().min(1),
  reason: z.string().min(1).max(1_000),
})
export type ExtensionRefusal = z.infer<typeof extensionRefusalSchema>

export const extensionAskSchema = z.object({
  agencyId: agencyIdSchema,
  days: z.int().min(1).max(99),
  reason: z.string().trim().min(10).max(1_000),
})
export type ExtensionAsk = z.infer<typeof extensionAskSchema>

/** Without `closesOn` the date that was asked for. `basis`: letter or minutes, number and date. */
export const extensionDecisionSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('grant'),
    closesOn: localDateSchema.optional(),
    basis: z.string().trim().max(500).optional(),
    /** The decider's own words to the agency. */
    note: z.string().trim().max(1_000).optional(),
  }),
  z.object({ decision: z.literal('refuse'), reason: z.string().trim().min(1).max(1_000) }),
])
export type ExtensionDecision = z.infer<typeof extensionDecisionSchema>

/** As people are shown it. */
export const extensionViewSchema = extensionRequestSchema.extend({
  byName: z.string(),
  state: z.enum(['open', 'granted', 'refused']),
  decidedAt: instantSchema.nullable(),
  decidedByName: z.string().nullable(),
  /** The final date that was granted. */
  grantedUntil: localDateSchema.nullable(),
  refusal: z.string().nullable(),
  /** What the decider said with the grant. */
  note: z.string().nullable(),
})
export type ExtensionView = z.infer<typeof extensionViewSchema>
