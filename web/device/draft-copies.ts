/**
 * The copies of one person's work on one form. Every window keeps its own, so two windows without a connection do not
 * overwrite each other; whoever opens the form next finds them all, of each window the newest.
 */
import type { Work } from '../api/work.ts'
import { forget, forgetUntil, keep, keptUnder } from './device-store.ts'
import { forgetLast, lastWords, putLastWord } from './last-word.ts'

/** `at` tells one writing of a window's copy from a later one. */
export type Found<Copy> = Copy & { readonly key: string; readonly at: number }
export type Copies<Copy> = {
  /** The newest of every window, this one included; oldest first. */
  readAll(): Promise<readonly Found<Copy>[]>
  /** This window's copy. Rejects when it could not be kept. */
  write(copy: Copy): Promise<void>
  /** The same without waiting, for a page that goes away: reloading must not lose the last word. */
  writeAtOnce(copy: Copy): void
  /** Those whose content has been taken over; what a living window has written since stays. */
  drop(copies: readonly Found<Copy>[]): Promise<void>
  /** All of this work, after it was submitted. */
  removeAll(): Promise<void>
}

export function draftCopies<Copy extends object>(
  personId: string,
  { round, agency, form }: Work,
  windowId: string,
): Copies<Copy> {
  const prefix = ['draf', personId, round, agency, form, ''].join('|')
  const own = prefix + windowId
  const readAll = async () => {
    const kept = await keptUnder<Copy>(prefix)
    const last = (await lastWords<Copy>(prefix)).map(({ of, at, value }) => ({ key: of, at, value }))
    const newest = new Map<string, (typeof last)[number]>()
    for (const copy of [...kept, ...last]) {
      if (copy.at >= (newest.get(copy.key)?.at ?? 0)) newest.set(copy.key, copy)
    }
    return [...newest.values()]
      .sort((a, b) => a.at - b.at)
      .map(({ key, at, value }): Found<Copy> => ({ ...value, key, at }))
  }
  return {
    readAll,
    write: async (copy) => {
      const began = Date.now()
      await keep(own, copy)
      // The window lives on, and this copy is newer; a last word that was put meanwhile is not.
      forgetLast(own, began)
    },
    writeAtOnce: (copy) => putLastWord(own, copy),
    drop: async (copies) => {
      for (const { key, at } of copies) {
        if (key === own) continue
        forgetLast(key, at + 1)
        await forgetUntil(key, at)
      }
    },
    removeAll: async () => {
      forgetLast(prefix)
      await forget((await readAll()).map(({ key }) => key))
    },
  }
}
