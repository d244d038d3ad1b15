/**
 * The copies of one person's work on one form. Every window keeps its own, so two windows without a connection do not
 * overwrite each other; whoever opens the form next finds them all.
 */
import type { Answers } from '../../functions/schema/answers.ts'
import type { StoredDraft, Work } from '../api/work.ts'
import { forget, keep, keptUnder } from './device-store.ts'
import { forgetLast, lastWord, putLastWord } from './last-word.ts'

/** `stored` is the server's draft from which the copy went on. */
export type DraftCopy = { readonly stored: StoredDraft; readonly answers: Answers }
export type FoundCopy = DraftCopy & { readonly key: string }
export type DraftCopies = {
  /** Of every window, this one included; oldest first. */
  readAll(): Promise<readonly FoundCopy[]>
  /** This window's copy. Rejects when it could not be kept. */
  write(copy: DraftCopy): Promise<void>
  /** The same without waiting, for a page that goes away: reloading must not lose the last word. */
  writeAtOnce(copy: DraftCopy): void
  /** Those whose content has been taken over. */
  drop(copies: readonly FoundCopy[]): Promise<void>
  /** All of this work, after it was submitted. */
  removeAll(): Promise<void>
}

const lastKey = 'last'

export function draftCopies(personId: string, { round, agency, form }: Work, windowId: string): DraftCopies {
  const prefix = ['draf', personId, round, agency, form, ''].join('|')
  const own = prefix + windowId
  const readAll = async () => {
    const last = lastWord<DraftCopy>(prefix)
    return [
      ...(await keptUnder<DraftCopy>(prefix)),
      ...(last === undefined ? [] : [{ key: lastKey, value: last }]),
    ].map(({ key, value }): FoundCopy => ({ ...value, key }))
  }
  return {
    readAll,
    write: async (copy) => {
      await keep(own, copy)
      // The window lives on, and this copy is newer.
      if (lastWord(prefix) !== undefined) forgetLast()
    },
    writeAtOnce: (copy) => putLastWord(prefix, copy),
    drop: async (copies) => {
      if (copies.some(({ key }) => key === lastKey)) forgetLast()
      await forget(copies.map(({ key }) => key).filter((key) => key !== own))
    },
    removeAll: async () => {
      forgetLast()
      await forget((await readAll()).map(({ key }) => key))
    },
  }
}
