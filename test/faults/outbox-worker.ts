/** A dispatcher in a process of its own, sweeping without a pause until a test kills it. Argument: the addresses, as JSON. */
import { setTimeout as sleep } from 'node:timers/promises'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { type Addresses, outboxParts } from './outbox-parts.ts'

const addresses: Addresses = JSON.parse(process.argv[2] ?? '{}')
const parts = outboxParts(addresses)
process.send?.('ready')

for (let run = 0; ; run++) {
  // A queue that cannot be read is tried again by the next run.
  await dispatch(parts, { worker: `${process.pid}-${run}`, remainingMs: () => 60_000 }).catch(() => undefined)
  await sleep(50)
}
