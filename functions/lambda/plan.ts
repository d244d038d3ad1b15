/** Each minute: asks for the plan of every region in which something moved or is due. A dry run answers the plans themselves. */
import { askPlans } from '../jobs/ask-plans.ts'
import { jobEventSchema } from '../jobs/job-event.ts'
import { outages, planPorts, regionMemory, tell, ticks } from './deps.ts'
import { regionQueue } from './region-queue-deps.ts'

const schedulePorts = { regions: planPorts.regions, memory: regionMemory('plan'), queue: regionQueue, ticks, outages }

export const handler = async (event: unknown) => {
  const run = jobEventSchema.parse(event)
  if (!run.dryRun) return tell('plan', await askPlans(schedulePorts, run))
  const { plan } = await import('../jobs/plan.ts')
  return tell('plan', await plan(planPorts, run))
}
