/** Results as files: a workbook with a sheet each, and a sheet as CSV. No text of anybody becomes a formula in either. */
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ColumnType, ResultCell, ResultColumn, ResultSheet } from '../../domain/results/result-sheet.ts'
import { columnName } from '../../rules/cell-names.ts'
import { distinctNames } from '../../rules/distinct-names.ts'
import type { Paper } from '../../schema/region.ts'
import type { Language } from '../../schema/wording.ts'
import { escapeText } from '../package/escape-text.ts'
import { onPaper } from '../package/on-paper.ts'
import {
  columnDefs,
  columnWidths,
  font,
  headerFooterOf,
  pageSetupOf,
  printTitles,
  rowHeights,
} from '../sheet-layout.ts'
import { headStyle } from '../template/styles.ts'
import { chartsOf } from './charts.ts'

const formats: Record<ColumnType, string> = {
  text: '@',
  integer: '#,##0',
  rupiah: '"Rp"#,##0',
  decimal: '#,##0.######',
  date: 'dd/mm/yyyy',
  percent: '0.0',
}
/** Above its figures. */
const numberHeading: CellStyle = { ...headStyle, alignment: { ...headStyle.alignment, horizontal: 'right' } }

/** What Excel allows in a sheet's name, and no longer than its 31 characters. */
const forbidden = /[\\/?*[\]:]/g
const longestName = 31

export async function writeResults(
  now: Date,
  { title, sheets, paper }: { title: string; sheets: readonly ResultSheet[]; paper?: Paper | undefined },
  language: Language,
): Promise<Uint8Array> {
  const names = new Set<string>()
  const all = sheets.map((sheet) => worksheet(sheet, nameFor(sheet.title[language], names), { language, title }))
  const file = await writeXlsx({
    sheets: all.map(({ worksheet }) => worksheet),
    namedRanges: all.map(({ titles }) => titles),
    defaultFont: font,
    properties: { title, creator: 'Lengkap', created: now, modified: now },
  })
  return onPaper(file, paper)
}

type Written = { worksheet: WriteSheet; titles: ReturnType<typeof printTitles> }

function worksheet(sheet: ResultSheet, name: string, book: { language: Language; title: string }): Written {
  const { language } = book
  const head = sheet.note === undefined ? 0 : 1
  const note = sheet.note === undefined ? [] : [[sheet.note[language]]]
  const last = `${columnName(Math.max(0, sheet.columns.length - 1))}${head + sheet.rows.length + 1}`
  const labels = labelsOf(sheet.columns, language)
  const widths = columnWidths(sheet, labels)
  const cells = [
    ...note,
    labels,
    ...sheet.rows.map((row) => row.map((cell, index) => written(cell, sheet.columns[index]?.type))),
  ]
  const styleOf = (type: ColumnType = 'text') => ({
    numFmt: formats[type],
    alignment: { vertical: 'top', wrapText: type === 'text' } as const,
  })
  const worksheet: WriteSheet = {
    name,
    columns: columnDefs(widths, (index) => styleOf(sheet.columns[index]?.type)),
    rows: cells,
    rowDefs: rowHeights(cells, widths, head),
    cells: new Map([
      ...(head === 1 ? [['0,0', { style: { font: { ...font, italic: true } } }] as const] : []),
      ...sheet.columns.map(
        ({ type }, column) => [`${head},${column}`, { style: type === 'text' ? headStyle : numberHeading }] as const,
      ),
    ]),
    // Charts stand beside the columns, and move with them.
    freezePane: { rows: head + 1, columns: sheet.charts === undefined ? Math.min(2, sheet.columns.length) : 0 },
    autoFilter: { range: `A${head + 1}:${last}` },
    pageSetup: pageSetupOf(widths),
    headerFooter: headerFooterOf(book.title, sheet.title[language], language),
    ...(sheet.charts && { charts: chartsOf(sheet.charts, { head: head + 1, columns: sheet.columns.length }) }),
  }
  return { worksheet, titles: printTitles(name, widths, head + 1) }
}

/** No two are equal: filters and pivots go by them. */
function labelsOf(columns: readonly ResultColumn[], language: Language): string[] {
  const named = distinctNames(columns, ({ label, type }, tail) => [
    `${label[language]}${tail}${type === 'percent' ? ' (%)' : ''}`,
  ])
  return columns.map((column) => named.get(column)?.[0] ?? '')
}

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

/**
 * UTF-8 with a mark for Excel, lines ended as RFC 4180 wants; a header of column ids. Columns and decimals are separated as Excel in
 * the reader's language expects. It may be opened in another language, where a line is cut at another sign: every text is quoted,
 * and what a spreadsheet would run is guarded at its beginning and behind each sign that could cut it.
 */
export function writeSheetCsv(sheet: ResultSheet, language: Language): string {
  const rows = [sheet.columns.map(({ id }) => id), ...sheet.rows]
  const lines = rows.map((row) => row.map((cell) => inCsv(cell, language)).join(language === 'id' ? ';' : ','))
  return `\uFEFF${lines.join('\r\n')}`
}

/** What a spreadsheet takes for a formula, also behind a tab, and in full width, as some keyboards write it. A number is none, though it may begin with a minus. */
const runs = /^[=+\-@|\t\r\n\0＝＋－＠]/
/** The same behind a sign by which some language's Excel separates, or behind a line's end. */
const runsWithin = /([;,\t|\r\n])(?=[=+\-@＝＋－＠])/g

function inCsv(cell: ResultCell, language: Language): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return language === 'id' ? String(cell).replace('.', ',') : String(cell)
  const text = `${runs.test(cell) ? "'" : ''}${cell}`.replace(runsWithin, "$1'")
  return `"${text.replaceAll('"', '""')}"`
}
