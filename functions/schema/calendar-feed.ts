/**
 * The address of an agency's calendar feed. It is derived, never stored: what is stored is only how often it was renewed, and
 * each renewal makes all addresses given out before worthless.
 */
import * as z from 'zod'
import { agencyIdSchema } from './ids.ts'
import { stampSchema } from './region.ts'
import { wordingSchema } from './wording.ts'

/** One renewal; a feed that was never renewed has generation 0 and no fact. */
export const feedRenewalSchema = z.object({
  ...stampSchema.shape,
  agencyId: agencyIdSchema,
  generation: z.int().min(1),
})
export type FeedRenewal = z.infer<typeof feedRenewalSchema>

/** A feed as its readers are shown it. */
export const calendarFeedSchema = z.object({
  agencyId: agencyIdSchema,
  title: wordingSchema,
  /** `all`: the coordinating agency's, with the dates of everybody. */
  covers: z.enum(['agency', 'all']),
  url: z.url(),
  renewedAt: z.string().nullable(),
  mayRenew: z.boolean(),
})
export type CalendarFeed = z.infer<typeof calendarFeedSchema>
