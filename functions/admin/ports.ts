/** What the operator's verbs are given. */

import type { Accesses } from '../domain/access/accesses.ts'
import type { RegionArchive } from '../domain/archive/region-archive.ts'
import type { Budgets } from '../domain/budgets/budgets.ts'
import type { Erasure } from '../domain/erasure/erasure.ts'
import type { FailureQueue } from '../domain/failures/failure-queue.ts'
import type { NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { ResultFiles } from '../domain/results/result-files.ts'
import type { FormCatalogue } from '../domain/round/form-catalogue.ts'
import type { ReceiptIndex } from '../domain/round/receipts.ts'
import type { Rounds } from '../domain/round/rounds.ts'
import type { PlanCounts } from '../schema/notice.ts'

export type AdminPorts = {
  clock: () => Date
  regions: Regions
  rounds: Rounds
  receipts: ReceiptIndex
  budgets: Budgets
  forms: FormCatalogue
  results: Pick<ResultFiles, 'workbook'>
  archive: RegionArchive
  notices: NoticeLedger
  erasure: Erasure
  accesses: Accesses
  held: HeldNotices
  /** Absent on one machine: what fails there is told in the terminal and tried again. */
  failures?: FailureQueue
  /** Plans a region's mails as of an instant: what is not there yet is inserted, unless `dryRun`. */
  plan: (region: string, time: Date, dryRun: boolean) => Promise<PlanCounts>
  /** Where people sign in. */
  siteUrl: string
  /** Whether a canary signs in each hour: then it is settled with the first region, or by the next day. */
  canary?: boolean
}

/** Notices of another epoch: those of a restored table or of an imported region, which no sender takes. */
export type HeldNotices = {
  /** The epoch of this installation. */
  epoch: string
  /** Lets a waiting one be sent. `false`: it no longer waits, or is of this epoch already. */
  release(key: { region: string; scope: string; nid: string }, dueAt: Date): Promise<boolean>
  /** Ends one that may have been sent elsewhere; it is not sent by itself. */
  end(key: { region: string; scope: string; nid: string }, to: 'unknown' | 'expired', reason: string): Promise<boolean>
}
