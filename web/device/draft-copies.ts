/**
 * The copies of one person's work on one form. Every window keeps its own, so two windows without a connection do not
 * overwrite each other; whoever opens the form next finds them all.
 */
import type { Answers } from '../../functions/schema/answers.ts'
import type { StoredDraft, Work } from '../api/work.ts'
import { forget, keep, keptUnder } from './device-store.ts'

/** `stored` is the server's draft from which the copy went on. */
export type DraftCopy = { readonly stored: StoredDraft; readonly answers: Answers }
export type FoundCopy = DraftCopy & { readonly key: string }
export type DraftCopies = {
  /** Of every window, this one included; oldest first. */
  readAll(): Promise<readonly FoundCopy[]>
  /** This window's copy. Rejects when it could not be kept. */
  write(copy: DraftCopy): Promise<void>
  /** Those whose content has been taken over. */
  drop(copies: readonly FoundCopy[]): Promise<void>
  /** All of this work, after it was submitted. */
  removeAll(): Promise<void>
}

export function draftCopies(personId: string, { round, agency, form }: Work, windowId: string): DraftCopies {
  const prefix = ['draf', personId, round, agency, form, ''].join('|')
  const own = prefix + windowId
  const readAll = async () =>
    (await keptUnder<DraftCopy>(prefix)).map(({ key, value }): FoundCopy => ({ ...value, key }))
  return {
    readAll,
    write: (copy) => keep(own, copy),
    drop: (copies) => forget(copies.map(({ key }) => key).filter((key) => key !== own)),
    removeAll: async () => forget((await readAll()).map(({ key }) => key)),
  }
}
