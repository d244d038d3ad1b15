/**
 * What coordinators note among themselves about a submission: numbered facts of an agency's form, which therefore outlive a new
 * revision; each names the revision that it was written about. Never for agencies: no mail, receipt or export holds one.
 */
import * as z from 'zod'
import { agencyIdSchema, formIdSchema, requestKeySchema } from './ids.ts'
import { stampSchema } from './region.ts'

export const internalNoteSchema = z.object({
  ...stampSchema.shape,
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  /** The revision that was looked at. */
  revision: z.int().min(1),
  number: z.int().min(1),
  text: z.string().min(1).max(2_000),
  requestKey: requestKeySchema,
})
export type InternalNote = z.infer<typeof internalNoteSchema>

/** `requestKey`: made once by the page; the same one again is the same note. */
export const internalNoteRequestSchema = z.object({
  revision: z.int().min(1),
  text: z.string().trim().min(1).max(2_000),
  requestKey: requestKeySchema,
})
export type InternalNoteRequest = z.infer<typeof internalNoteRequestSchema>

/** As coordinators are shown it. */
export const internalNoteViewSchema = internalNoteSchema.omit({ requestKey: true }).extend({ byName: z.string() })
export type InternalNoteView = z.infer<typeof internalNoteViewSchema>

/** Of one form of one agency: how many, and the latest. */
export const internalNoteSummarySchema = z.object({
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  count: z.int().min(1),
  last: internalNoteViewSchema,
})
export type InternalNoteSummary = z.infer<typeof internalNoteSummarySchema>
