/** What the operator's verbs need beyond the common wiring. */
import { setTimeout as delay } from 'node:timers/promises'
import type { AdminPorts } from '../admin/ports.ts'
import { plan } from '../jobs/plan.ts'
import { createAccesses } from '../store/accesses.ts'
import { createAddressBook } from '../store/addresses.ts'
import { createBudgets } from '../store/budgets.ts'
import { createDeletion } from '../store/deletion.ts'
import { createErasure } from '../store/erasure.ts'
import { createFailureQueue } from '../store/failure-queue.ts'
import { createHeldNotices } from '../store/held-notices.ts'
import { createReceipts } from '../store/receipts.ts'
import { createRegionArchive } from '../store/region-archive.ts'
import { writeResults } from '../workbook/results/write-results.ts'
import { clock } from './clock.ts'
import { client, env, forms, ledger, planPorts, regions, rounds, table } from './deps.ts'

/** A replay is no sign that the schedule runs. */
const ticks = { note: async () => undefined }

export const adminPorts: AdminPorts = {
  clock: () => clock.now(),
  regions,
  rounds,
  receipts: createReceipts(table),
  budgets: createBudgets(table),
  forms,
  results: { workbook: writeResults },
  archive: createRegionArchive(table, createAddressBook(table, env.ADDRESS_KEY).post),
  notices: ledger,
  erasure: createErasure(table, createDeletion(client, env.TABLE_NAME), delay),
  accesses: createAccesses(table),
  held: createHeldNotices(table, env.EPOCH),
  ...(env.FAILURES_URL &&
    env.MAIL_EVENTS_FUNCTION && {
      failures: createFailureQueue({ url: env.FAILURES_URL, mailEvents: env.MAIL_EVENTS_FUNCTION }),
    }),
  plan: (region, time, dryRun) =>
    plan(
      { ...planPorts, ticks, regions: { ...regions, list: async () => [region] } },
      { time: time.toISOString(), dryRun },
    ),
  siteUrl: env.SITE_URL,
  canary: env.CANARY === 'yes',
}
