/** What a draft session promises to the page, and what it asks of its far side. */
import type { ReadonlySignal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { StoredDraft, Work } from '../../api/work.ts'
import type { Clash, Merge } from '../model/merge-answers.ts'
import type { LeftAnswers } from '../version/left-answers.ts'
import type { DraftStatus } from './draft-status.ts'

/** The far side of a draft session. */
export type DraftPort = {
  read(): Promise<StoredDraft>
  /** `undefined` when it is still this version. */
  readNewer(etag: string): Promise<StoredDraft | undefined>
  save(answers: Answers, etag: string, leaving: boolean, said?: { readonly discardLeft: true }): Promise<StoredDraft>
  readonly work: Work
}

/** Somebody's changes that were put together with these: whose and when, and where. */
export type MergedChanges = { readonly from: StoredDraft; readonly pointers: readonly string[] }

/** What somebody has to decide; all other answers are saved meanwhile. */
export type Conflict = { readonly clashes: readonly Clash[] }

export type DraftSession = {
  readonly answers: ReadonlySignal<Answers>
  readonly status: ReadonlySignal<DraftStatus>
  readonly conflict: ReadonlySignal<Conflict | undefined>
  /** False when this device refused to keep a copy: then the page alone has what is not saved. */
  readonly onDevice: ReadonlySignal<boolean>
  readonly mergedWith: ReadonlySignal<MergedChanges | undefined>
  readonly left: Pick<LeftAnswers, 'all' | 'discard'>
  readonly baseRevision: () => number
  /** How two sides are put together, for steps that are taken back after a merge. */
  readonly merge: (base: Answers, mine: Answers, theirs: Answers) => Merge
  change(answers: Answers): void
  /** Saves now; resolves when the server has it or a state says why not. */
  flush(leaving?: boolean): Promise<void>
  /** Decides on the clashes `shown` (by id): those in `theirs` go to the other side, the others stay mine. What came up since waits on. */
  settle(theirs: ReadonlySet<string>, shown?: readonly string[]): Promise<void>
  /** Reads the server's draft anew and puts it together with this one, after somebody else has submitted. */
  refresh(): Promise<void>
  /** Takes in what a colleague has saved meanwhile, if anything; silent when nobody answers. */
  look(): Promise<void>
  /** Forgets the device copies and saves no more, after a submission. */
  finish(): Promise<void>
  stop(): void
}
