/**
 * The queue between a schedule and the work on each region, in memory: it hands messages on as SQS would, a few at a time, and what
 * failed is told and asked for again by the next run. No message outlives the run that sent it.
 */
import { randomUUID } from 'node:crypto'
import type { SQSEvent } from 'aws-lambda'
import type { RegionAsk } from '../functions/schema/region-ask.ts'

/** As the stack's mapping has it. */
const batchSize = 5

type Worker = (event: SQSEvent) => Promise<unknown>

/** Throws, after the last message, with the regions that failed. */
export async function handOn(asks: readonly RegionAsk[], worker: Worker): Promise<void> {
  const failed: string[] = []
  for (let from = 0; from < asks.length; from += batchSize) {
    const sent = asks.slice(from, from + batchSize).map((ask) => ({ ask, messageId: randomUUID() }))
    const Records = sent.map(({ ask, messageId }) => ({ messageId, body: JSON.stringify(ask) }))
    const { batchItemFailures } = (await worker({ Records } as SQSEvent)) as {
      batchItemFailures: { itemIdentifier: string }[]
    }
    const ids = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    failed.push(...sent.flatMap(({ ask, messageId }) => (ids.has(messageId) ? ask.region : [])))
  }
  if (failed.length > 0) throw new Error(`Regions failed: ${failed.join(', ')}`)
}
