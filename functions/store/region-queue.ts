/** The queue in which a schedule asks for regions. */
import type { RegionAsk } from '../schema/region-ask.ts'
import { callSqs, type Queue } from './sqs.ts'

/** What one call may bring. */
const mostMessages = 10

type Answer = { Failed?: readonly { Id: string; Code: string }[] }

/** `send`: a region a message; throws, after the last, when any was not taken. */
export function createRegionQueue(queue: Queue): { send(asks: readonly RegionAsk[]): Promise<void> } {
  const sendSome = async (asks: readonly RegionAsk[]) => {
    const Entries = asks.map((ask, index) => ({ Id: String(index), MessageBody: JSON.stringify(ask) }))
    const { Failed = [] } = (await callSqs(queue, 'SendMessageBatch', { Entries })) as Answer
    return Failed.map(({ Id, Code }) => `${asks[Number(Id)]?.region}: ${Code}`)
  }
  return {
    send: async (asks) => {
      const batches = Array.from({ length: Math.ceil(asks.length / mostMessages) }, (_, index) =>
        asks.slice(index * mostMessages, (index + 1) * mostMessages),
      )
      const sent = await Promise.allSettled(batches.map(sendSome))
      const lost = sent.flatMap((each) => (each.status === 'fulfilled' ? each.value : [String(each.reason)]))
      if (lost.length > 0) throw new Error(`The queue did not take all regions: ${lost.join('; ')}`)
    },
  }
}
