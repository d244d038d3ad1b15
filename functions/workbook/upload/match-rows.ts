/**
 * Which row of the file is which row of the draft. In this order: the fixed cells of a fixed table; the row's own key; the
 * key that a row added to this very download was given at its last upload; the cells that tell rows apart; the whole content.
 * What matches nothing is new, with a key made of the file, so that the same file always gives the same answer.
 */

import { isBlank } from '../../schema/answers/absence.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { fixedRowsOf } from '../../schema/answers/fixed-rows.ts'
import type { Cells, Row } from '../../schema/answers.ts'
import type { Table } from '../../schema/form.ts'
import { rowKeySchema } from '../../schema/ids.ts'
import { derivedKey } from '../cells/fingerprint.ts'
import type { FileRow } from './read-rows.ts'

/** `rowKey` is `undefined` for a row that a fixed table does not have. `copied`: its key stood in an earlier row as well. */
export type Matched = { readonly file: FileRow; readonly rowKey: string | undefined; readonly copied: boolean }
export type MatchParts = {
  readonly table: Table
  readonly rows: readonly Row[]
  readonly context: AnswerContext
  /** Of the download the file descends from, where it is one of this round. */
  readonly download: string | undefined
  readonly known: ReadonlyMap<string, string>
}

export function matchRows(files: readonly FileRow[], parts: MatchParts): Matched[] {
  if (parts.table.fixedRows !== undefined) return matchFixed(files, parts)
  const { table, rows, download, known } = parts
  const free = new Map(rows.map((row) => [row.rowKey, row]))
  const taken = new Set<string>()
  const claim = (key: string) => {
    taken.add(key)
    free.delete(key)
    return key
  }
  const keyed = files.map((file) => {
    const valid =
      file.key !== undefined && rowKeySchema.safeParse(file.key).success && (free.has(file.key) || known.has(file.key))
    if (!valid || file.key === undefined) return { file, rowKey: undefined, copied: false }
    if (taken.has(file.key)) return { file, rowKey: undefined, copied: true }
    return { file, rowKey: claim(file.key), copied: false }
  })
  const bySigns = indexOf(free.values(), (cells) => signsOf(table, cells))
  const byContent = indexOf(free.values(), contentOf)
  const occurrences = new Map<string, number>()
  return keyed.map((match) => {
    if (match.rowKey !== undefined) return match
    const cells = cellsOf(match.file)
    const content = contentOf(cells)
    const nth = occurrences.get(content) ?? 0
    occurrences.set(content, nth + 1)
    const own =
      download === undefined ? derivedKey(table.id, content, nth) : addedKey(download, table.id, match.file.row)
    const signs = signsOf(table, cells)
    const found = [own, ...(bySigns.get(signs ?? '') ?? []), ...(byContent.get(content) ?? [])].find((key) =>
      free.has(key),
    )
    return { ...match, rowKey: claim(found ?? own) }
  })
}

/** The key of a row that was added in this row of this download. */
export function addedKey(download: string, table: string, row: number): string {
  return derivedKey(download, table, row)
}

/** Rows of a fixed table are known by their fixed cells; where these are damaged, by their key. */
function matchFixed(files: readonly FileRow[], { table, context }: MatchParts): Matched[] {
  const fixed = table.fields.filter(({ id }) => table.fixedRows?.by.some(({ field }) => field === id))
  const identity = (cells: Cells) => JSON.stringify(fixed.map(({ id }) => cells[id]))
  const rows = fixedRowsOf(table, context)
  const byIdentity = new Map(rows.map((row) => [identity(row.cells), row.rowKey]))
  const keys = new Set(rows.map(({ rowKey }) => rowKey))
  const taken = new Set<string>()
  return files.map((file) => {
    const found =
      byIdentity.get(identity(cellsOf(file))) ?? (file.key !== undefined && keys.has(file.key) ? file.key : undefined)
    if (found === undefined || taken.has(found)) return { file, rowKey: undefined, copied: found !== undefined }
    taken.add(found)
    return { file, rowKey: found, copied: false }
  })
}

export function cellsOf(file: FileRow): Cells {
  const cells: Record<string, Cells[string]> = {}
  for (const [field, { value }] of file.cells) if (value !== undefined) cells[field.id] = value
  return cells
}

/** The cells that no two rows may share, if all are there. */
function signsOf(table: Table, cells: Cells): string | undefined {
  const ids = table.uniqueBy ?? []
  return ids.length === 0 || ids.some((id) => isBlank(cells[id]))
    ? undefined
    : JSON.stringify(ids.map((id) => cells[id]))
}

function contentOf(cells: Cells): string {
  return JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function indexOf(rows: Iterable<Row>, sign: (cells: Cells) => string | undefined): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const { rowKey, cells } of rows) {
    const found = sign(cells)
    if (found !== undefined) index.set(found, [...(index.get(found) ?? []), rowKey])
  }
  return index
}
