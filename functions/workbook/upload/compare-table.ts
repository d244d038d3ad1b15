/** One table of the file against the same table of the draft: rows added, changed, removed, unchanged, and what is odd. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { fixedFieldsOf } from '../../schema/answers/fixed-rows.ts'
import type { Row } from '../../schema/answers.ts'
import type { ChangedCells } from '../../schema/workbook.ts'
import * as say from '../messages.ts'
import type { Codecs, Manifest } from '../template/manifest.ts'
import { type CellClash, compareCells, isAsGiven, isTouched } from './compare.ts'
import { addedKey, cellsOf, type Matched, matchRows } from './match-rows.ts'
import { type CellFlaw, readRows } from './read-rows.ts'
import type { TableSheet } from './recognise.ts'

export type TableChanges = {
  readonly of: TableSheet
  readonly rows: number
  readonly unchanged: number
  readonly added: readonly Row[]
  readonly changed: readonly { rowKey: string; cells: ChangedCells }[]
  readonly removed: readonly string[]
  readonly clashes: readonly (CellClash & { rowKey: string })[]
  readonly flaws: readonly (CellFlaw & { rowKey: string | undefined })[]
  readonly formulas: number
  /** Where in the sheet each row stands. */
  readonly places: ReadonlyMap<string, number>
  /** Rows kept although the file lacks them, and rows not added although it has them: changed or removed by others. */
  readonly kept: number
  readonly gone: number
}

export type TableParts = {
  readonly subject: WorkbookSubject
  readonly codecs: Codecs
  readonly manifest: Manifest | undefined
}

export function compareTable(of: TableSheet, { subject, codecs, manifest }: TableParts): TableChanges {
  const { table } = of
  const rows = subject.answers.rows[table.id] ?? []
  const known = manifest?.rows.get(table.id) ?? new Map<string, string>()
  const files = readRows(of, codecs)
  const matched = matchRows(files, { table, rows, context: subject.context, download: manifest?.download, known })
  const draft = new Map(rows.map((row) => [row.rowKey, row]))
  const keep = fixedFieldsOf(table)
  const added: Row[] = []
  const changed: { rowKey: string; cells: ChangedCells }[] = []
  const clashes: (CellClash & { rowKey: string })[] = []
  const places = new Map<string, number>()
  let gone = 0
  for (const { file, rowKey } of matched) {
    if (rowKey === undefined) continue
    const there = draft.get(rowKey)
    const marks = known.get(rowKey)
    if (there === undefined && marks !== undefined && !isTouched(table.fields, file.cells, marks)) {
      gone += 1
      continue
    }
    places.set(rowKey, file.row)
    if (there === undefined) added.push({ rowKey, cells: cellsOf(file) })
    else {
      const found = compareCells({ fields: table.fields, codecs, file: file.cells, draft: there.cells, marks, keep })
      if (Object.keys(found.cells).length > 0) changed.push({ rowKey, cells: found.cells })
      clashes.push(...found.clashes.map((clash) => ({ ...clash, rowKey })))
    }
  }
  const lost =
    manifest === undefined || table.fixedRows !== undefined ? [] : rows.filter(({ rowKey }) => !places.has(rowKey))
  const removed = lost.filter((row) => isRemoved(row, of, { known, download: manifest?.download ?? '', codecs }))
  const kept =
    lost.filter((row) => known.has(row.rowKey)).length - removed.filter((row) => known.has(row.rowKey)).length
  return {
    of,
    rows: files.length,
    unchanged: places.size - added.length - changed.length,
    added,
    changed,
    removed: removed.map(({ rowKey }) => rowKey),
    clashes,
    flaws: flawsOf(of, matched),
    formulas: files.reduce((sum, { cells }) => sum + [...cells.values()].filter(({ formula }) => formula).length, 0),
    places,
    kept,
    gone,
  }
}

type Given = { readonly known: ReadonlyMap<string, string>; readonly download: string; readonly codecs: Codecs }

/** A row that was given out, or came with an earlier upload of this file, and is no longer in it. */
function isRemoved(row: Row, { table }: TableSheet, { known, download, codecs }: Given): boolean {
  const marks = known.get(row.rowKey)
  if (marks !== undefined) return isAsGiven(table.fields, row, marks, codecs)
  if (!row.rowKey.startsWith('x')) return false
  return addedKeys(download, table.id, table.maxRows).has(row.rowKey)
}

const addedKeysOf = new Map<string, ReadonlySet<string>>()

/** Keys of all rows that could have been added to this download; kept for the next row asked about. */
function addedKeys(download: string, table: string, maxRows: number): ReadonlySet<string> {
  const name = `${download} ${table}`
  const found = addedKeysOf.get(name)
  if (found !== undefined) return found
  const keys = new Set(Array.from({ length: maxRows + 50 }, (_, row) => addedKey(download, table, row)))
  addedKeysOf.clear()
  addedKeysOf.set(name, keys)
  return keys
}

function flawsOf(
  { table, columns }: TableSheet,
  matched: readonly Matched[],
): (CellFlaw & { rowKey: string | undefined })[] {
  const [firstColumn = 0] = columns.keys()
  const first = columns.get(firstColumn) ?? table.fields[0]
  return matched.flatMap(({ file, rowKey, copied }) => {
    const flaws = [...file.cells].flatMap(([field, { flaw, column }]) =>
      flaw === undefined ? [] : [{ ...flaw, row: file.row, column, field, rowKey }],
    )
    if (rowKey !== undefined || first === undefined) return flaws
    const { id, en } = table.title
    const row = copied ? say.rowTwice(id, en) : say.foreignRow(id, en)
    return [...flaws, { ...row, row: file.row, column: firstColumn, field: first, rowKey }]
  })
}
