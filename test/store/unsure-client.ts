/**
 * A client whose answers get lost after the call took effect: what a time-out or a cut connection is, without waiting for one.
 * `retryable` loses them in a way that the SDK repeats by itself; otherwise the error reaches the table.
 */
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'

export type Losses = { count: number; retryable: boolean }

/** Loses the next `losses.count` answers of writes, counting down. */
export function unsureClient(endpoint: string, losses: Losses) {
  const client = createDynamoClient({ endpoint })
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args)
      const isWrite = /^(PutItem|UpdateItem)/.test(String(context.commandName))
      if (!isWrite || losses.count === 0) return answer
      losses.count--
      const lost = Object.assign(new Error('answer lost'), { $metadata: {} })
      throw losses.retryable ? Object.assign(lost, { name: 'TimeoutError' }) : lost
    },
    { step: 'deserialize', priority: 'high' },
  )
  return client
}
