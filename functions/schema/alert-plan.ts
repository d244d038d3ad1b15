/** The steps by which a round reminds. */
import * as z from 'zod'
import { digestRulesSchema } from './digest-rules.ts'
import { localTimeSchema } from './ids.ts'

/** When agencies are mailed. Times are wall-clock in the region's zone; `to` are the roles that get the step. [A] all of it. */
export const alertPlanSchema = z.object({
  /** Working days before the target on which a reminder goes, e.g. `[5, 2, 1]`. */
  workingDaysBeforeTarget: z.array(z.int().min(1).max(60)),
  morning: localTimeSchema,
  /** Times on the target day (or the last working day before it). */
  targetDayTimes: z.array(localTimeSchema).min(1),
  /** Time of the coordinator's second digest on target and final day. */
  evening: localTimeSchema,
  /** Steps that also go to the agency's head. */
  headSteps: z.array(
    z.enum(['opening', 'before-target', 'target-day', 'overdue', 'last-working-day', 'final-day', 'closed']),
  ),
  /** After the target a reminder goes on every so many working days, and to heads at most once in five; absent: 3. */
  overdueEvery: z.int().min(1).max(20).optional(),
  digest: digestRulesSchema.optional(),
})
export type AlertPlan = z.infer<typeof alertPlanSchema>
