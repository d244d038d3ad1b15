/**
 * The uploaded file with what is wrong in it: a last column that says it for the row, a note and a colour on each wrong cell.
 * An XLSX keeps what the library knows of its looks (widths, formats, drop-downs, hidden keys), so that it can be corrected and
 * uploaded again; an ODS or CSV comes back as XLSX with its cells. Notes of an earlier check are replaced.
 */
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { WorkbookSubject } from '../domain/workbook/workbooks.ts'
import type { Language } from '../schema/wording.ts'
import type { WorkbookError } from '../schema/workbook.ts'
import { type BookCell, type BookSheet, isErrorCell, isFormula } from './book.ts'
import { escapeText } from './package/escape-text.ts'
import { asZip, unwrap } from './read/read-book.ts'
import { openXlsx } from './read/read-xlsx.ts'
import { headStyle, wrongStyle } from './template/styles.ts'
import { notesColumn } from './template/words.ts'
import { examine } from './upload/examine.ts'

/** Above this the looks of single cells are left out: they would take most of the time and memory. */
const maxStyledRows = 2_000

type Draft = WriteSheet & { rows: CellValue[][]; cells: Map<string, Partial<Cell>> }

export async function annotateUpload(subject: WorkbookSubject, file: Uint8Array): Promise<Uint8Array> {
  const { book, tables, errors } = await examine(subject, file)
  const looks = tables.every(({ rows }) => rows <= maxStyledRows)
  const sheets =
    book.kind === 'xlsx' ? await sheetsOf(file, looks) : book.sheets.filter(({ hidden }) => !hidden).map(plainSheet)
  for (const sheet of sheets) {
    const own = errors.filter((error) => error.sheet === sheet.name)
    const table = tables.find(({ of }) => of.sheet.name === sheet.name)
    for (const error of own) markCell(sheet, error, subject.language)
    if (table !== undefined) addNotes(sheet, table.of.headerRow, own, subject.language)
  }
  return writeXlsx({ sheets: sheets.map(ready) })
}

async function sheetsOf(file: Uint8Array, looks: boolean): Promise<Draft[]> {
  const zip = asZip(unwrap(file))
  if (zip === undefined) return []
  const { sheets } = await openXlsx(zip, 'layout', looks)
  return sheets.map(
    ({
      name,
      rows,
      cells,
      columns,
      rowDefs,
      merges,
      dataValidations,
      conditionalRules,
      freezePane,
      hidden,
      veryHidden,
    }) => ({
      name,
      rows,
      cells: new Map(cells ?? []),
      ...(columns === undefined ? {} : { columns }),
      ...(rowDefs === undefined ? {} : { rowDefs }),
      ...(merges === undefined ? {} : { merges }),
      ...(dataValidations === undefined ? {} : { dataValidations }),
      ...(conditionalRules === undefined ? {} : { conditionalRules }),
      ...(freezePane === undefined ? {} : { freezePane }),
      ...(hidden === undefined ? {} : { hidden }),
      ...(veryHidden === undefined ? {} : { veryHidden }),
    }),
  )
}

function ready(sheet: Draft): WriteSheet {
  const cells = [...sheet.cells].map(([place, cell]) => [place, { ...cell, value: escapeText(cell.value) }] as const)
  return {
    ...sheet,
    name: sheet.name.slice(0, 31),
    rows: sheet.rows.map((row) => row.map(escapeText)),
    cells: new Map(cells as [string, Partial<Cell>][]),
  }
}

function plainSheet({ name, rows }: BookSheet): Draft {
  return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], plainValue)), cells: new Map() }
}

function plainValue(cell: BookCell | undefined): CellValue {
  if (cell === undefined || cell === null) return null
  if (isFormula(cell)) return cell.value
  return isErrorCell(cell) ? cell.error : cell
}

function markCell(sheet: Draft, { cell, message }: WorkbookError, language: Language): void {
  const [row, column] = placeOf(cell)
  const old = cellAt(sheet, row, column)
  const text = old.comment === undefined ? message[language] : `${old.comment.text}\n${message[language]}`
  sheet.cells.set(`${row},${column}`, {
    ...old,
    style: { ...old.style, fill: wrongStyle.fill },
    comment: { author: 'Lengkap', text },
  } as Partial<Cell>)
}

function addNotes(sheet: Draft, headerRow: number, errors: readonly WorkbookError[], language: Language): void {
  const head = sheet.rows[headerRow] ?? []
  const earlier = head.findIndex((cell) => cell === notesColumn.id || cell === notesColumn.en)
  const column = earlier >= 0 ? earlier : Math.max(...sheet.rows.map((row) => lastUsed(row))) + 1
  const byRow = new Map<number, string[]>()
  for (const { cell, message } of errors) {
    const [row] = placeOf(cell)
    byRow.set(row, [...(byRow.get(row) ?? []), `${cell}: ${message[language]}`])
  }
  for (const [index, row] of sheet.rows.entries()) {
    const note = byRow.get(index)?.join('\n') ?? null
    if (index <= headerRow || (note === null && earlier < 0)) continue
    setCell(sheet, index, column, { value: note, ...(note === null ? {} : { style: wrongStyle }) })
    while (row.length <= column) row.push(null)
    row[column] = note
  }
  while (head.length <= column) head.push(null)
  head[column] = notesColumn[language]
  setCell(sheet, headerRow, column, { value: notesColumn[language], style: headStyle })
  const columns = [...(sheet.columns ?? [])]
  while (columns.length <= column) columns.push({})
  columns[column] = { width: 60 }
  sheet.columns = columns
}

function setCell(sheet: Draft, row: number, column: number, cell: Partial<Cell>): void {
  sheet.cells.set(`${row},${column}`, cell)
}

function cellAt(sheet: Draft, row: number, column: number): Partial<Cell> {
  return sheet.cells.get(`${row},${column}`) ?? { value: sheet.rows[row]?.[column] ?? null }
}

function lastUsed(row: readonly CellValue[]): number {
  for (let column = row.length - 1; column >= 0; column -= 1)
    if (row[column] !== null && row[column] !== '') return column
  return -1
}

function placeOf(cell: string): [row: number, column: number] {
  const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [Number(number) - 1, column]
}
