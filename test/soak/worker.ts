/**
 * One killable process of the soak: the deployed front doors over table and SES in trouble. The clock is the driver's: each order
 * brings its own instant. Argument: the settings, as JSON.
 */
import type { APIGatewayProxyEventV2, SNSEvent } from 'aws-lambda'
import { clock } from '../../functions/lambda/clock.ts'
import { type JobName, loadHandlers } from '../../local/handlers.ts'

export type Order =
  | { do: 'api'; event: APIGatewayProxyEventV2 }
  | { do: 'job'; name: JobName; time: string }
  | { do: 'events'; event: SNSEvent }
export type Message = { id: number; now: string; order: Order }
export type Reply = { id: number; answer?: unknown; failed?: string }

const handlers = await loadHandlers(JSON.parse(process.argv[2] ?? '{}'))
const { dispatchParts } = await import('../../functions/lambda/dispatch-deps.ts')
// The fake clock stands still while a run lasts: there is nothing to wait for.
dispatchParts.pause = async () => undefined

process.on('message', async ({ id, now, order }: Message) => {
  clock.now = () => new Date(now)
  try {
    process.send?.({ id, answer: await perform(order) } satisfies Reply)
  } catch (error) {
    process.send?.({ id, failed: error instanceof Error ? error.name : String(error) } satisfies Reply)
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.({ id: 0 } satisfies Reply)

function perform(order: Order): Promise<unknown> {
  if (order.do === 'api') return handlers.api(order.event)
  if (order.do === 'job') return handlers.job(order.name, new Date(order.time))
  return handlers.mailEvents(order.event)
}
