/**
 * The rows of a recognised sheet as answers, each with its place in the file. Rows without any content are left out; what is no
 * row of the table though it stands below its headers (totals, headers once more, a block of signatures) is set aside.
 */
import type { Flaw } from '../../schema/fields/unread.ts'
import type { Field } from '../../schema/form.ts'
import { type BookCell, isEmpty } from '../book.ts'
import { markOf, noColumn, unread } from '../cells/fingerprint.ts'
import type { Codecs } from '../template/manifest.ts'
import { columnsOf } from '../template/words.ts'
import { type Aside, asidesOf } from './asides.ts'
import type { FileCell, FileRow } from './file-row.ts'
import { fillMerged, type MergedNote } from './merged-cells.ts'
import type { TableSheet } from './recognise.ts'

/** A flaw of one cell, before anything is known about the answers. */
export type CellFlaw = Flaw & { readonly row: number; readonly column: number; readonly field: Field }

export type FileRows = {
  readonly rows: readonly FileRow[]
  readonly aside: readonly { readonly kind: Aside; readonly rows: readonly FileRow[] }[]
  readonly merged: readonly MergedNote[]
  /** Lines of a text with more cells than it has headers, from 1. */
  readonly wide: readonly number[]
}

export type FileSheet = { readonly of: TableSheet; readonly read: FileRows }

export function readRows(of: TableSheet, codecs: Codecs): FileRows {
  const { rows: lines, merged } = fillMerged(of)
  const found: FileRow[] = []
  const wide: number[] = []
  const width = lines[of.headerRow]?.length ?? 0
  for (let row = of.headerRow + 1; row < lines.length; row += 1) {
    const line = lines[row]
    if (line === undefined) continue
    if (of.sheet.name === 'CSV' && line.slice(width).some((cell) => !isEmpty(cell))) wide.push(row + 1)
    let hasContent = false
    for (const column of of.columns.keys()) hasContent ||= !isEmpty(line[column])
    if (hasContent) found.push(rowOf(of, { row, line, codecs }))
  }
  const { rows, aside } = asidesOf(of, found)
  return { rows, aside, merged, wide }
}

type Line = { readonly row: number; readonly line: readonly BookCell[]; readonly codecs: Codecs }

function rowOf(of: TableSheet, { row, line, codecs }: Line): FileRow {
  const cells = new Map<Field, FileCell>()
  for (const [column, field] of of.columns) {
    const read = codecs.get(field)?.read(line[column])
    if (read !== undefined) cells.set(field, { ...read, column })
  }
  const key = of.keyColumn === undefined ? undefined : line[of.keyColumn]
  const marks = columnsOf(of.table.fields).map((field) => {
    const cell = cells.get(field)
    if (cell === undefined) return noColumn
    return cell.flaw === undefined ? markOf(cell.value) : unread
  })
  return { of, row, cells, marks: marks.join(''), key: typeof key === 'string' && key !== '' ? key : undefined }
}
