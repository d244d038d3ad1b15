/**
 * How much of a digest fits. Gmail cuts a mail at 102 KB and hides the rest behind a link, so the html stays under 90 KB: the
 * richest level that fits is taken, and what is left out is always counted. Findings and changes are cut before that, for they are
 * read on the page: of a mail of ten screens nobody reads the second. Names go before numbers, numbers never go.
 */
import type { Digest } from './digest-words.ts'

export type Detail = {
  /** Names of missing answers a form, and characters a name. */
  missing: number
  nameLength: number
  agencies: number
  calls: number
  findings: number
  changes: number
  complete: number
}

/** From rich to lean. */
export const detailLevels: readonly Detail[] = [
  { missing: 5, nameLength: 90, agencies: 30, calls: 5, findings: 8, changes: 12, complete: 60 },
  { missing: 3, nameLength: 60, agencies: 30, calls: 5, findings: 8, changes: 10, complete: 60 },
  { missing: 1, nameLength: 40, agencies: 30, calls: 5, findings: 8, changes: 5, complete: 30 },
  { missing: 0, nameLength: 40, agencies: 30, calls: 5, findings: 5, changes: 5, complete: 15 },
  { missing: 0, nameLength: 30, agencies: 15, calls: 5, findings: 3, changes: 3, complete: 10 },
]

/** The first entries of a list and how many more there are. */
export function cut<T>(list: readonly T[], length: number, already = 0): { shown: readonly T[]; more: number } {
  return { shown: list.slice(0, length), more: Math.max(0, list.length - length) + already }
}

/** A form's missing names cut to the level. */
export function cutMissing(line: Digest['incomplete'][number]['lines'][number], detail: Detail) {
  const { shown, more } = cut(line.missing, detail.missing, line.moreMissing)
  return { missing: shown as string[], moreMissing: more }
}
