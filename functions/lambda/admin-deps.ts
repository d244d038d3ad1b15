/** What the operator's verbs need beyond the common wiring. */
import { setTimeout as delay } from 'node:timers/promises'
import type { AdminPorts } from '../admin/ports.ts'
import { planRegion } from '../jobs/plan.ts'
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
import type { Env } from './env.ts'

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
  ...failuresOf(env),
  plan: (region, now, dryRun) => planRegion(planPorts, { now, region, dryRun }),
  siteUrl: env.SITE_URL,
  canary: env.CANARY === 'yes',
}

/** One machine has no such queue. */
function failuresOf({
  FAILURES_URL: url,
  AWS_REGION: region,
  MAIL_EVENTS_FUNCTION: mailEvents,
  PLAN_REGION_FUNCTION: plan,
  CHECK_REGION_FUNCTION: check,
}: Env): Pick<AdminPorts, 'failures'> {
  return url && region && mailEvents && plan && check
    ? { failures: createFailureQueue({ queue: { url, region }, functions: { mailEvents, plan, check } }) }
    : {}
}
