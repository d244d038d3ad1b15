/** The operator's command over a table of its own, as on one machine: the same admin verbs, and what was printed. */
import { createAdmin } from '../../functions/admin/admin.ts'
import type { FailureQueue } from '../../functions/domain/failures/failure-queue.ts'
import type { FormCatalogue } from '../../functions/domain/round/form-catalogue.ts'
import { planRegion } from '../../functions/jobs/plan.ts'
import { createAccesses } from '../../functions/store/accesses.ts'
import { createAddressBook } from '../../functions/store/addresses.ts'
import { createBudgets } from '../../functions/store/budgets.ts'
import type { Deletion } from '../../functions/store/deletion.ts'
import { createErasure } from '../../functions/store/erasure.ts'
import { createHeldNotices } from '../../functions/store/held-notices.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createReceipts } from '../../functions/store/receipts.ts'
import { createRegionArchive } from '../../functions/store/region-archive.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import type { Table } from '../../functions/store/table.ts'
import { writeResults } from '../../functions/workbook/results/write-results.ts'
import { adminOver } from '../../ops/connect.ts'
import { runOps } from '../../ops/run-ops.ts'

const noForms: FormCatalogue = { definition: async () => undefined, all: async () => [] }

const noDeletion: Deletion = {
  deleteItem: async () => {
    throw new Error('this test deletes nothing')
  },
  partitionsFrom: async () => [],
}

type Setting = {
  deletion?: Deletion
  forms?: FormCatalogue
  failures?: FailureQueue
  siteUrl?: string
  now?: Date
  epoch?: string
  onCall?: (verb: string) => void
}

export function opsOver(
  table: Table,
  {
    deletion = noDeletion,
    now = new Date('2026-02-10T01:00:00Z'),
    epoch = '1',
    onCall,
    forms = noForms,
    failures,
    siteUrl = 'https://lengkap.example',
  }: Setting = {},
) {
  const regions = createRegions(table)
  const rounds = createRounds(table)
  const notices = createNoticeLedger(table, { epoch })
  const admin = createAdmin({
    clock: () => now,
    regions,
    rounds,
    receipts: createReceipts(table),
    budgets: createBudgets(table),
    forms,
    results: { workbook: writeResults },
    archive: createRegionArchive(table, createAddressBook(table).post),
    notices,
    erasure: createErasure(table, deletion, async () => undefined),
    accesses: createAccesses(table),
    held: createHeldNotices(table, epoch),
    ...(failures && { failures }),
    plan: (region, now, dryRun) => planRegion({ regions, rounds, ledger: notices }, { now, region, dryRun }),
    siteUrl,
  })
  return {
    regions,
    rounds,
    notices,
    /** Runs a command line; answers how it ended and what it said. What goes to and fro is JSON, as through Lambda. */
    ops: async (...args: string[]) => {
      const said: string[] = []
      const printed: string[] = []
      const status = await runOps([...args, '--stage', 'test'], {
        env: {},
        print: (line) => printed.push(line),
        say: (line) => said.push(line),
        connect: async () =>
          adminOver(async (event) => {
            onCall?.((event as { verb: string }).verb)
            return JSON.parse(JSON.stringify(await admin(JSON.parse(JSON.stringify(event)))))
          }),
      })
      return { status, printed: printed.join('\n'), said: said.join('\n') }
    },
  }
}
