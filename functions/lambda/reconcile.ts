/** Each quarter of an hour: finds by their state the notices that the index of what waits has lost; each hour the canary sings. */
import type { Context } from 'aws-lambda'
import { isTimeToSing, sing } from '../jobs/canary.ts'
import { reconcile } from '../jobs/reconcile.ts'
import { clock } from './clock.ts'
import { tell } from './deps.ts'
import { canaryParts, dispatchParts, publishReconciled, publishSung, runOf } from './dispatch-deps.ts'

export const handler = async (_event: unknown, context: Context) => {
  if (canaryParts && isTimeToSing(clock.now())) publishSung(await sing(canaryParts))
  const found = await reconcile(dispatchParts, runOf(context))
  publishReconciled(found)
  return tell('reconcile', found)
}
