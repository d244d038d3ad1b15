/** The queue between a schedule and the work on each region. One machine replaces it: there it is a list in memory. */
import type { SQSEvent } from 'aws-lambda'
import type { AskPorts } from '../jobs/ask-regions.ts'
import type { AskMessage } from '../jobs/asked-regions.ts'
import { regionAskSchema } from '../schema/region-ask.ts'
import { createRegionQueue } from '../store/region-queue.ts'
import { env, log, nameOf } from './deps.ts'

export const regionQueue: AskPorts['queue'] =
  env.REGION_QUEUE_URL && env.AWS_REGION
    ? createRegionQueue({ url: env.REGION_QUEUE_URL, region: env.AWS_REGION })
    : {
        send: async () => {
          throw new Error('Wrong settings: REGION_QUEUE_URL: this function needs it')
        },
      }

/** Throws on what is no ask: nothing else is put into the queue. */
export function asksIn({ Records }: SQSEvent): AskMessage[] {
  return Records.map(({ messageId, body }) => ({ id: messageId, ask: regionAskSchema.parse(JSON.parse(body)) }))
}

export const reportRegion = (door: string) => (region: string, error: unknown) =>
  log({ level: 'error', message: door, region, error: nameOf(error) })

export function failuresOf(failed: readonly string[]) {
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
