/** What happened in a round, as one reads it. */
import * as z from 'zod'
import { instantSchema } from './ids.ts'
import { noticeKindSchema } from './notice.ts'

export const timelineKindSchema = z.enum(['submission', 'decision', 'window', 'version', 'call', 'mail'])
export type TimelineKind = z.infer<typeof timelineKindSchema>

/** `agencyIds` null: all. Mails have no text but what they were: a batch of the ledger. */
export const timelineEntrySchema = z.object({
  at: instantSchema,
  kind: timelineKindSchema,
  id: z.string(),
  text: z.string(),
  agencyIds: z.array(z.string()).nullable(),
  formId: z.string().nullable(),
  mail: z.object({ kind: noticeKindSchema, byHand: z.boolean(), count: z.int() }).optional(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>
