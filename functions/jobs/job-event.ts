/**
 * What starts a job: EventBridge's scheduled event, of which only `time` counts. A job's `now` is the event's time, so a run
 * that was delayed, or is replayed by hand, decides as it would have decided then. `dryRun` is the operator's own addition.
 */
import * as z from 'zod'
import { instantSchema } from '../schema/ids.ts'

export const jobEventSchema = z.object({
  time: instantSchema,
  /** Answers what would be done and writes nothing. */
  dryRun: z.boolean().optional(),
  /** Of a clock that was set by hand: the time since the last run was skipped, not lost. */
  moved: z.boolean().optional(),
})
export type JobEvent = z.infer<typeof jobEventSchema>
