/** What carries "look at this region" from the schedule to whoever has time. Losing one costs a minute: the next run asks again. */
import * as z from 'zod'
import { instantSchema } from './ids.ts'

/** `time`: of the schedule's event, by which the job decides however late it looks. */
export const regionAskSchema = z.object({
  job: z.enum(['plan', 'check']),
  region: z.string().min(1),
  time: instantSchema,
})
export type RegionAsk = z.infer<typeof regionAskSchema>
export type RegionJob = RegionAsk['job']
