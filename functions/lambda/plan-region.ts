/** From the queue: plans the regions that are asked for. */
import type { Context, SQSEvent } from 'aws-lambda'
import { workOffAsks } from '../jobs/asked-regions.ts'
import { planAsked, together } from '../jobs/plan.ts'
import { planPorts, regionMemory, tell } from './deps.ts'
import { asksIn, failuresOf, reportRegion } from './region-queue-deps.ts'

const ports = { ...planPorts, memory: regionMemory('plan') }

export const handler = async (event: SQSEvent, context: Context) => {
  const { answers, failed } = await workOffAsks(asksIn(event), (ask) => planAsked(ports, ask), {
    memory: ports.memory,
    remainingMs: () => context.getRemainingTimeInMillis(),
    report: reportRegion('plan-region'),
  })
  tell('plan-region', { ...together(answers), failed: failed.length })
  return failuresOf(failed)
}
