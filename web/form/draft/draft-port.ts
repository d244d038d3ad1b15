/** What a draft session promises to the page, and what it asks of its far side. */
import type { ReadonlySignal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { StoredDraft } from '../../api/work.ts'
import type { DraftStatus } from './draft-status.ts'

/** The far side of a draft session. */
export type DraftPort = {
  read(): Promise<StoredDraft>
  save(answers: Answers, etag: string, leaving: boolean): Promise<StoredDraft>
}
export type DraftSession = {
  readonly answers: ReadonlySignal<Answers>
  readonly status: ReadonlySignal<DraftStatus>
  /** When a colleague's changes were put together with these: who saved them and when. */
  readonly mergedWith: ReadonlySignal<StoredDraft | undefined>
  readonly baseRevision: () => number
  change(answers: Answers, typed: Readonly<Record<string, string>>): void
  /** Saves now; resolves when the server has it or a state says why not. */
  flush(leaving?: boolean): Promise<void>
  /** Ends a conflict: these clashes go to the colleague's side, the others stay mine. */
  settle(theirPointers: ReadonlySet<string>): Promise<void>
  /** Reads the server's draft anew and puts it together with this one, after somebody else has submitted. */
  refresh(): Promise<void>
  /** Forgets the device copy and saves no more, after a submission. */
  finish(): Promise<void>
  stop(): void
}
