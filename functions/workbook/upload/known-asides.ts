/**
 * A line that looks like no row of the table, but was once read as one because somebody said so, is that row again: it is known
 * by its content, or, where the file has that content nowhere, by what tells rows apart. One line for each row.
 */
import { noColumn, noMark, pick } from '../cells/fingerprint.ts'
import { columnsOf } from '../template/words.ts'
import type { FileRow } from './file-row.ts'
import type { FileSheet } from './read-rows.ts'

/** `known`: by row key, marks of the row as the draft has it and as the file last had it. */
export function withKnownAsides(
  sheets: readonly FileSheet[],
  known: ReadonlyMap<string, readonly string[]>,
  signs: readonly number[],
): readonly FileSheet[] {
  const taken = new Set<string>()
  const back = new Set<FileRow>()
  /** Equal rows on further sheets are the same row. */
  const copied = new Map<string, FileRow['of']>()
  const claim = (rows: readonly FileRow[], keysOf: (row: FileRow) => readonly string[]) => {
    for (const row of rows) {
      const key = back.has(row) ? undefined : keysOf(row).find((each) => !taken.has(each))
      const isCopy = (copied.get(row.marks) ?? row.of) !== row.of
      if (key === undefined && !isCopy) continue
      if (key !== undefined && !isCopy) taken.add(key)
      back.add(row)
      copied.set(row.marks, copied.get(row.marks) ?? row.of)
    }
  }
  for (const { of, read } of sheets) {
    const present = presentIn(of)
    const index = indexOf(known, (marks) => pick(marks, present))
    // Rows claim first what they are.
    claim(read.rows, ({ marks }) => index.get(pick(marks, present)) ?? [])
    for (const { rows } of read.aside) claim(rows, ({ marks }) => index.get(pick(marks, present)) ?? [])
  }
  if (signs.length > 0) {
    const index = indexOf(known, (marks) => pick(marks, signs))
    const isBlank = (sign: string) => sign.includes(noMark) || sign.includes(noColumn)
    for (const { read } of sheets) {
      for (const { rows } of read.aside)
        claim(rows, ({ marks }) => (isBlank(pick(marks, signs)) ? [] : (index.get(pick(marks, signs)) ?? [])))
    }
  }
  return sheets.map(({ of, read }) => {
    const rows = read.aside.flatMap((each) => each.rows.filter((row) => back.has(row)))
    if (rows.length === 0) return { of, read }
    const aside = read.aside.map((each) => ({ kind: each.kind, rows: each.rows.filter((row) => !back.has(row)) }))
    return { of, read: { ...read, aside, rows: [...read.rows, ...rows].sort((a, b) => a.row - b.row) } }
  })
}

function presentIn({ columns, table }: FileSheet['of']): number[] {
  const there = new Set(columns.values())
  return columnsOf(table.fields).flatMap((field, index) => (there.has(field) ? [index] : []))
}

function indexOf(
  known: ReadonlyMap<string, readonly string[]>,
  sign: (marks: string) => string,
): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const [key, states] of known) {
    for (const name of new Set(states.map(sign))) {
      const keys = index.get(name)
      if (keys === undefined) index.set(name, [key])
      else keys.push(key)
    }
  }
  return index
}
