/** Each quarter of an hour: finds by their state the notices that the index of what waits has lost; each hour the canary signs in. */
import type { Context } from 'aws-lambda'
import { isCanaryTime, lookAsCanary } from '../jobs/canary.ts'
import { reconcile } from '../jobs/reconcile.ts'
import { clock } from './clock.ts'
import { tell } from './deps.ts'
import { canaryParts, dispatchParts, publishCanary, published, publishReconciled, runOf } from './dispatch-deps.ts'

export const handler = async (_event: unknown, context: Context) => {
  const look = canaryParts && isCanaryTime(clock.now()) ? lookAsCanary(canaryParts) : undefined
  const found = await reconcile(dispatchParts, runOf(context)).finally(async () => {
    if (look) publishCanary(await look)
    await published()
  })
  publishReconciled(found)
  await published()
  return tell('reconcile', found)
}
