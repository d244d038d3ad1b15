/**
 * The tables of a file with their rows. A second sheet with the columns of a table goes on with it, unless most of its rows
 * stand on the first one already: then it is a working copy, and is left out and named.
 */

import { noColumn, noMark, pick, unread } from '../cells/fingerprint.ts'
import type { Codecs } from '../template/manifest.ts'
import { signsOf } from './compare-table.ts'
import type { FileRow } from './file-row.ts'
import type { FileSheet } from './read-rows.ts'
import { readRows } from './read-rows.ts'
import type { TableSheet } from './recognise.ts'

export type ReadTables = {
  readonly tables: readonly (readonly FileSheet[])[]
  readonly copies: readonly {
    readonly sheet: string
    readonly of: string
    readonly rows: number
    readonly same: number
  }[]
}

/** What tells the row apart, where the form says so and all of it is filled. */
function signOf({ of, marks }: FileRow): string[] {
  const signs = signsOf(of.table)
  const sign = pick(marks, signs)
  return signs.length === 0 || [noMark, noColumn, unread].some((mark) => sign.includes(mark)) ? [] : [sign]
}

export function readTables(sheets: readonly TableSheet[], codecs: Codecs): ReadTables {
  const tables = new Map<string, FileSheet[]>()
  const copies: { sheet: string; of: string; rows: number; same: number }[] = []
  for (const of of sheets) {
    const read = readRows(of, codecs)
    const there = tables.get(of.table.id)
    const [first] = there ?? []
    if (there === undefined || first === undefined) {
      tables.set(of.table.id, [{ of, read }])
      continue
    }
    const marks = new Set(there.flatMap((each) => each.read.rows.map((row) => row.marks)))
    const keys = new Set(there.flatMap((each) => each.read.rows.flatMap(({ key }) => key ?? [])))
    const named = new Set(there.flatMap((each) => each.read.rows.flatMap(signOf)))
    const isThere = (row: FileRow) =>
      marks.has(row.marks) ||
      (row.key !== undefined && keys.has(row.key)) ||
      signOf(row).some((sign) => named.has(sign))
    const same = read.rows.filter(isThere).length
    if (same > 0 && 2 * same >= read.rows.length) {
      copies.push({ sheet: of.sheet.name, of: first.of.sheet.name, rows: read.rows.length, same })
    } else there.push({ of, read })
  }
  return { tables: [...tables.values()], copies }
}
