/**
 * Days outside the data entry for which the round is held: where its data is used. They are data of the round, since each
 * kecamatan has its own day and the days move.
 */
import * as z from 'zod'
import { agencyIdSchema, localDateSchema } from './ids.ts'
import { wordingSchema } from './wording.ts'

export const milestoneSchema = z.object({
  kind: z.enum(['pra-musrenbang', 'musrenbang']),
  /** The kecamatan whose meeting it is. */
  agencyId: agencyIdSchema,
  on: localDateSchema,
  note: wordingSchema.optional(),
})
export type Milestone = z.infer<typeof milestoneSchema>
