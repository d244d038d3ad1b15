/**
 * The uploaded file with what is wrong in it: a last column that says it for the row, a note and a colour on each wrong cell.
 * Of an XLSX only the parts that carry these are changed, at those places; everything else of the office's (names, filters, print
 * set-up, charts, its own notes) is copied as it was packed. An ODS or CSV comes back as XLSX with its cells.
 */
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { placeIn } from '../../rules/cell-names.ts'
import type { WorkbookError } from '../../schema/workbook.ts'
import { type BookCell, type BookSheet, isErrorCell, isFormula, isShown } from '../book.ts'
import { escapeText } from '../package/escape-text.ts'
import { openXlsx } from '../package/open-xlsx.ts'
import { asZip, type ReadBook, unwrap } from '../read/read-book.ts'
import { notesColumn } from '../template/words.ts'
import { type Examined, examine } from '../upload/examine.ts'
import type { TableSheet } from '../upload/recognise.ts'
import { annotatePackage, type SheetNotes } from './annotate-package.ts'

export async function annotateUpload(subject: WorkbookSubject, file: Uint8Array, read: ReadBook): Promise<Uint8Array> {
  const examined = await examine(subject, file, read)
  const notes = new Map(
    examined.book.sheets
      .filter(({ hidden }) => !hidden)
      .map((sheet) => [sheet.name, notesOf(sheet, examined, notesColumn[subject.language])] as const),
  )
  const zip = examined.book.kind === 'xlsx' ? asZip(unwrap(file)) : undefined
  if (zip !== undefined) return annotatePackage(zip, openXlsx(zip), notes)
  return writeXlsx({
    sheets: examined.book.sheets.filter(({ hidden }) => !hidden).map((sheet) => plainSheet(sheet, notes)),
  })
}

function notesOf(sheet: BookSheet, { errors, tables }: Examined, title: string): SheetNotes {
  const own = errors.filter((error) => error.sheet === sheet.name)
  const table = tables.flatMap(({ sheets }) => sheets).find((each) => each.sheet === sheet)
  const cells = new Map<number, Map<number, string>>()
  const rows = new Map<number, string>()
  const language = title === notesColumn.id ? 'id' : 'en'
  for (const { cell, message } of own) {
    const [row, column] = placeOf(cell)
    const line = cells.get(row) ?? new Map<number, string>()
    line.set(column, [line.get(column), message[language]].filter((each) => each !== undefined).join('\n'))
    cells.set(row, line)
    if (table !== undefined) rows.set(row, [rows.get(row), `${cell}: ${message[language]}`].filter(Boolean).join('\n'))
  }
  return { headerRow: table?.headerRow ?? -1, title, column: columnOf(sheet, table), cells, rows }
}

/** That of an earlier check, else the first free one. */
function columnOf({ rows }: BookSheet, table: TableSheet | undefined): number {
  const head = rows[table?.headerRow ?? 0] ?? []
  const earlier = head.findIndex((cell) => cell === notesColumn.id || cell === notesColumn.en)
  return earlier >= 0 ? earlier : rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
}

function plainSheet({ name, rows }: BookSheet, notes: ReadonlyMap<string, SheetNotes>) {
  const own = notes.get(name)
  const lines = Array.from(rows, (row) => Array.from(row ?? [], (cell) => escapeText(plainValue(cell))))
  if (own !== undefined && own.headerRow >= 0) {
    lines.forEach((line, index) => {
      const note = index === own.headerRow ? own.title : own.rows.get(index)
      if (note === undefined && line.length <= own.column) return
      while (line.length <= own.column) line.push(null)
      line[own.column] = index < own.headerRow ? (line[own.column] ?? null) : (note ?? null)
    })
  }
  return { name: name.slice(0, 31), rows: lines }
}

function plainValue(cell: BookCell | undefined): CellValue {
  if (cell === undefined || cell === null) return null
  if (isFormula(cell) || isShown(cell)) return cell.value
  return isErrorCell(cell) ? cell.error : cell
}

function placeOf(cell: WorkbookError['cell']): [row: number, column: number] {
  const { row, column } = placeIn(cell) ?? { row: 0, column: 0 }
  return [row, column]
}
