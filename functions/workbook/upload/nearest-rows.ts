/**
 * Rows of the file that are nearly a known row which nothing else in the file is: "0931 became 0932, the rest is equal". Found by
 * the values that few rows have, so that ten thousand rows against ten thousand stay quick.
 */
import { markAt, noMark } from '../cells/fingerprint.ts'
import type { FileRow } from './file-row.ts'

/** A value that more rows share tells nothing. */
const maxSharing = 20
const maxOffered = 3

/**
 * Keys by row of the file, the most alike first; only where more than half of the filled cells are the same. A key is offered
 * to one row.
 */
export function nearest(
  files: readonly FileRow[],
  known: ReadonlyMap<string, string>,
  present: readonly number[],
): Map<FileRow, string[]> {
  const found = new Map<FileRow, string[]>()
  if (files.length === 0 || known.size === 0) return found
  const sharing = indexOf(known, present)
  const pairs = files.flatMap((file) => {
    const rivals = new Set(present.flatMap((index) => sharing.get(cell(file.marks, index)) ?? []))
    const judged = [...rivals].map((key) => ({ file, key, part: partAlike(file.marks, known.get(key) ?? '', present) }))
    return judged.filter(({ part }) => part > 0.5)
  })
  const taken = new Set<string>()
  for (const { file, key } of pairs.sort((a, b) => b.part - a.part)) {
    const keys = found.get(file) ?? []
    if (taken.has(key) || keys.length >= maxOffered) continue
    taken.add(key)
    found.set(file, [...keys, key])
  }
  return found
}

function indexOf(known: ReadonlyMap<string, string>, present: readonly number[]): Map<string, string[]> {
  const sharing = new Map<string, string[]>()
  for (const [key, marks] of known) {
    for (const index of present) {
      if (markAt(marks, index) === noMark) continue
      const name = cell(marks, index)
      sharing.set(name, [...(sharing.get(name)?.slice(0, maxSharing) ?? []), key])
    }
  }
  for (const [name, keys] of sharing) if (keys.length > maxSharing) sharing.delete(name)
  return sharing
}

function cell(marks: string, index: number): string {
  return `${index} ${markAt(marks, index)}`
}

function partAlike(a: string, b: string, present: readonly number[]): number {
  const filled = present.filter((index) => markAt(a, index) !== noMark || markAt(b, index) !== noMark)
  return filled.filter((index) => markAt(a, index) === markAt(b, index)).length / Math.max(1, filled.length)
}
