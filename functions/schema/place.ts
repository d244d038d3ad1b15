/**
 * Where work on one form of one agency begins or is taken away: the one item on which a first save, a submission, an unassigning
 * and a move to another version meet. It is truth and never deleted; each changes it only from the state that it saw.
 */
import * as z from 'zod'
import { agencyIdSchema, formIdSchema, instantSchema } from './ids.ts'

/**
 * What a revision of the round is about to make of the place. It holds once that revision stands; of one that does not stand
 * (its writer is not done, or died) nothing holds.
 */
export const claimSchema = z.object({
  revision: z.int().min(1),
  at: instantSchema,
  by: z.string(),
  /** The version that is asked for from then on; `null`: the form is no longer asked. */
  formVersion: z.int().min(1).nullable(),
})
export type Claim = z.infer<typeof claimSchema>

export const placeSchema = z.object({
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  /** Counts its changes; each writer names the one that it saw. */
  number: z.int().min(1),
  /** When the first save or submission took it. */
  begunAt: instantSchema.optional(),
  /** The newest version in which something was sent. */
  sentVersion: z.int().min(1).optional(),
  claim: claimSchema.optional(),
})
export type Place = z.infer<typeof placeSchema>
