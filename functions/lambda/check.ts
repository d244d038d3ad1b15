/** Each quarter of an hour: asks for the check of every region in which something moved. A dry run answers what would be found. */
import { askRegions } from '../jobs/ask-regions.ts'
import { jobEventSchema } from '../jobs/job-event.ts'
import { checkPorts } from './check-ports.ts'
import { regionMemory, tell } from './deps.ts'
import { regionQueue } from './region-queue-deps.ts'

const askPorts = { regions: checkPorts.regions, memory: regionMemory('check'), queue: regionQueue }

export const handler = async (event: unknown) => {
  const run = jobEventSchema.parse(event)
  if (!run.dryRun) return tell('check', await askRegions(askPorts, { ...run, job: 'check' }))
  const { check } = await import('../jobs/check.ts')
  return tell('check', await check(checkPorts, run))
}
