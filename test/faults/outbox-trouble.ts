/**
 * Table and SES in trouble: both behind proxies that cut, delay, refuse and lie by seeded chance, and SES's events late, twice and
 * shuffled, recorded through the same bad table. `plain` goes around it all.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { startSesEmulator } from '../../local/ses/ses-emulator.ts'
import { byChance, startFaultProxy } from './fault-proxy.ts'
import { outboxParts, waits } from './outbox-parts.ts'

export type Trouble = Awaited<ReturnType<typeof startTrouble>>

/** @param closing gets what must be closed, in the order of starting */
export async function startTrouble(
  dynamo: string,
  tableName: string,
  seed: number,
  closing: (() => Promise<unknown>)[],
) {
  const dynamoProxy = await startFaultProxy({
    target: dynamo,
    seed,
    choose: byChance({ resetBefore: 0.03, resetAfter: 0.04, '500after': 0.04, throttle: 0.02, delay: 0.02 }),
  })
  closing.push(dynamoProxy.close)
  const reporter = outboxParts({ dynamo: dynamoProxy.url, ses: dynamo, tableName })
  const dataDir = await mkdtemp(join(tmpdir(), 'lengkap-trouble-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  const emulator = await startSesEmulator({
    port: 0,
    dataDir,
    clock: () => new Date(),
    verifiedSenders: ['lengkap.example'],
    ratePerSecond: 10_000,
    eventRetryMs: 20,
    // Later than a lease, so that the fence must hold, and well before the wait for evidence is over.
    eventFaults: { seed, duplicate: 0.3, delayMs: waits.leaseMs + 500, shuffleWithinMs: 1_500 },
    onEvent: async (event) => {
      await recordMailEvents({ ...reporter, report: () => {} }, event)
    },
  })
  closing.push(emulator.close)
  const sesProxy = await startFaultProxy({
    target: emulator.url,
    seed: seed + 1,
    choose: byChance({ resetBefore: 0.06, resetAfter: 0.08, '500after': 0.06, throttle: 0.04, hang: 0.02 }),
  })
  closing.push(sesProxy.close)
  return {
    addresses: { dynamo: dynamoProxy.url, ses: sesProxy.url, tableName },
    plain: outboxParts({ dynamo, ses: emulator.url, tableName }),
    emulator,
    /** The trouble is over. */
    calm: () => {
      for (const proxy of [dynamoProxy, sesProxy]) proxy.use(() => 'pass')
    },
    /** Calls by operation and fault so far. */
    counts: () => ({ ...dynamoProxy.counts, ...sesProxy.counts }),
  }
}
