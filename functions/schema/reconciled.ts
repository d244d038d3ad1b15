/** What the last walk over all notices found: the truth that the index of what waits may have missed. */
import * as z from 'zod'
import { instantSchema } from './ids.ts'

export const reconciledSchema = z.object({
  at: instantSchema,
  /** Planned and claimed, due or not. */
  waiting: z.int(),
  /** Due, but not in the index: handed to the dispatcher at once. */
  givenBack: z.int(),
  /** Of those, how many still waited afterwards. */
  left: z.int(),
  /** In the index, but waiting no longer: taken out. */
  repaired: z.int(),
  /** Waiting for a person's word; mails of signing in for three days only. */
  unknown: z.int(),
})
export type Reconciled = z.infer<typeof reconciledSchema>
