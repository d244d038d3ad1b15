/** Results as files: a workbook with a sheet each, and a sheet as CSV. No text of anybody becomes a formula in either. */
import { writeCsv } from 'hucre/csv'
import { type CellValue, type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ColumnType, ResultCell, ResultColumn, ResultSheet } from '../../domain/results/result-sheet.ts'
import type { Language } from '../../schema/wording.ts'
import { columnName } from '../book.ts'
import { escapeText } from '../package/escape-text.ts'
import { headStyle, wrapStyle } from '../template/styles.ts'

const formats: Record<ColumnType, string> = {
  text: '@',
  integer: '#,##0',
  rupiah: '"Rp"#,##0',
  decimal: '#,##0.######',
  date: 'dd/mm/yyyy',
  percent: '0.0',
}
const widths: Record<ColumnType, number> = { text: 30, integer: 12, rupiah: 20, decimal: 14, date: 13, percent: 12 }

/** What Excel allows in a sheet's name, and no longer than its 31 characters. */
const forbidden = /[\\/?*[\]:]/g
const longestName = 31

export function writeResults(
  now: Date,
  { title, sheets }: { title: string; sheets: readonly ResultSheet[] },
  language: Language,
): Promise<Uint8Array> {
  const names = new Set<string>()
  return writeXlsx({
    sheets: sheets.map((sheet) => worksheet(sheet, nameFor(sheet.title[language], names), language)),
    defaultFont: { name: 'Calibri', size: 11 },
    properties: { title, creator: 'Lengkap', created: now, modified: now },
  })
}

function worksheet(sheet: ResultSheet, name: string, language: Language): WriteSheet {
  const head = sheet.note === undefined ? 0 : 1
  const note = sheet.note === undefined ? [] : [[sheet.note[language]]]
  const last = `${columnName(Math.max(0, sheet.columns.length - 1))}${head + sheet.rows.length + 1}`
  return {
    name,
    columns: sheet.columns.map(
      ({ type }): ColumnDef => ({
        width: widths[type],
        style: { numFmt: formats[type], alignment: { vertical: 'top', wrapText: type === 'text' } },
      }),
    ),
    rows: [
      ...note,
      sheet.columns.map((column) => labelOf(column, language)),
      ...sheet.rows.map((row) => row.map((cell, index) => written(cell, sheet.columns[index]?.type))),
    ],
    cells: new Map([
      ...(head === 1 ? [['0,0', { style: { ...wrapStyle, alignment: { wrapText: false } } }] as const] : []),
      ...sheet.columns.map((_, column) => [`${head},${column}`, { style: headStyle }] as const),
    ]),
    freezePane: { rows: head + 1, columns: Math.min(2, sheet.columns.length) },
    autoFilter: { range: `A${head + 1}:${last}` },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

const labelOf = ({ label, type }: ResultColumn, language: Language) =>
  `${label[language]}${type === 'percent' ? ' (%)' : ''}`

function written(cell: ResultCell, type: ColumnType | undefined): CellValue {
  if (type === 'date' && typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return new Date(`${cell}T00:00:00Z`)
  return escapeText(cell)
}

function nameFor(title: string, taken: Set<string>): string {
  const plain = title.replace(forbidden, ' ').replace(/\s+/g, ' ').trim().slice(0, longestName)
  let name = plain
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const tail = ` ${number}`
    name = `${plain.slice(0, longestName - tail.length)}${tail}`
  }
  taken.add(name.toLowerCase())
  return name
}

/** UTF-8 with a mark for Excel, lines ended as RFC 4180 wants; a header of column ids. Text that Excel would run gets a guard quote. */
export function writeSheetCsv(sheet: ResultSheet): string {
  const rows = [sheet.columns.map(({ id }) => id), ...sheet.rows.map((row) => [...row])]
  return writeCsv(rows, { bom: true, escapeFormulae: true })
}
