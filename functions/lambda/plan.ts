/** Each minute: asks for the plan of every region in which something moved or is due. A dry run answers the plans themselves. */
import { jobEventSchema } from '../jobs/job-event.ts'
import { askPlans, plan } from '../jobs/plan.ts'
import { outages, planPorts, regionMemory, tell, ticks } from './deps.ts'
import { regionQueue } from './region-queue-deps.ts'

const schedulePorts = { regions: planPorts.regions, memory: regionMemory('plan'), queue: regionQueue, ticks, outages }

export const handler = async (event: unknown) => {
  const run = jobEventSchema.parse(event)
  return tell('plan', await (run.dryRun ? plan(planPorts, run) : askPlans(schedulePorts, run)))
}
