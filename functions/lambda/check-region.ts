/** From the queue: looks for what is probably wrong in the latest submissions of the regions that are asked for. */
import type { Context, SQSEvent } from 'aws-lambda'
import { workOffAsks } from '../jobs/asked-regions.ts'
import { checkAsked, countsOf } from '../jobs/check.ts'
import { checkPorts } from './check-ports.ts'
import { regionMemory, tell } from './deps.ts'
import { asksIn, failuresOf, reportRegion } from './region-queue-deps.ts'

const ports = { ...checkPorts, memory: regionMemory('check') }

export const handler = async (event: SQSEvent, context: Context) => {
  const { answers, failed } = await workOffAsks(asksIn(event), (ask) => checkAsked(ports, ask), {
    memory: ports.memory,
    remainingMs: () => context.getRemainingTimeInMillis(),
    report: reportRegion('check-region'),
  })
  tell('check-region', { ...countsOf(answers), failed: failed.length })
  return failuresOf(failed)
}
