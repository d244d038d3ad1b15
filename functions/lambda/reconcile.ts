/** Each quarter of an hour: finds by their state the notices that the index of what waits has lost. */
import type { Context } from 'aws-lambda'
import { reconcile } from '../jobs/reconcile.ts'
import { tell } from './deps.ts'
import { dispatchParts, publishReconciled, runOf } from './dispatch-deps.ts'

export const handler = async (_event: unknown, context: Context) => {
  const found = await reconcile(dispatchParts, runOf(context))
  publishReconciled(found)
  return tell('reconcile', found)
}
