/** How a flaw is said. */
import type { Wording } from '../../schema/wording.ts'

export type Said = { readonly blocking: boolean; readonly words: (what: string) => Wording }

/** Keeps a form from being published; `%` is what it is said of. */
export const stop = (id: string, en: string): Said => ({
  blocking: true,
  // A function, since `$` in what was written means something to replaceAll.
  words: (what) => ({ id: id.replaceAll('%', () => what), en: en.replaceAll('%', () => what) }),
})
/** Keeps nothing from being published. */
export const note = (id: string, en: string): Said => ({ ...stop(id, en), blocking: false })
