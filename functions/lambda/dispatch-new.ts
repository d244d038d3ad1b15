/**
 * The table's stream: sends new notices that are due at once (codes, receipts) without waiting for the minute. It reports no
 * failed record: what it could not send, the sweep finds.
 */
import type { Context, DynamoDBStreamEvent } from 'aws-lambda'
import { dispatchKeys } from '../jobs/dispatch.ts'
import { tell } from './deps.ts'
import { dispatchParts, published, runOf } from './dispatch-deps.ts'
import { keysIn } from './stream-keys.ts'

export const handler = async (event: DynamoDBStreamEvent, context: Context) => {
  tell('dispatch-new', await dispatchKeys(dispatchParts, runOf(context), keysIn(event)))
  await published()
  return { batchItemFailures: [] }
}
