/** Each minute: plans every mail that is due, for all regions. */
import { jobEventSchema } from '../jobs/job-event.ts'
import { plan } from '../jobs/plan.ts'
import { planPorts, tell } from './deps.ts'

export const handler = async (event: unknown) => tell('plan', await plan(planPorts, jobEventSchema.parse(event)))
