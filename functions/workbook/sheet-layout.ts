/**
 * How wide columns and how high rows are, and how a sheet is printed: of templates and results alike. Heights are worked out here, because not every program
 * fits the rows of a file that states none, and then wrapped texts lie on top of each other.
 */
import type { CellValue, ColumnDef, WriteOptions, WriteSheet } from 'hucre/xlsx'
import type { ColumnType, ResultSheet } from '../domain/results/result-sheet.ts'
import { columnName } from '../rules/cell-names.ts'
import type { Language } from '../schema/wording.ts'

type PageSetup = NonNullable<WriteSheet['pageSetup']>
type HeaderFooter = NonNullable<WriteSheet['headerFooter']>
export type NamedRange = NonNullable<WriteOptions['namedRanges']>[number]
type RowHeights = NonNullable<WriteSheet['rowDefs']>

/** Stated with its name wherever it is bold: without one, LibreOffice takes a serif. */
export const font = { name: 'Calibri', size: 11 }

/** In characters. */
const least: Record<ColumnType, number> = { text: 8, integer: 10, rupiah: 18, decimal: 12, date: 12, percent: 10 }
const widest = 60
/** Twelve wide columns of a landscape A4 can still be read; more go on another page across. */
const widestPage = 230
const lineHeight = 15
/** Excel's own limit is 409 points. */
const mostLines = 27

export function columnWidths(sheet: ResultSheet, labels: readonly string[]): number[] {
  return sheet.columns.map(({ type }, index) => {
    const longest = type === 'text' ? sheet.rows.reduce((most, row) => Math.max(most, lengthOf(row[index])), 0) : 0
    const heading = Math.ceil(longestWord(labels[index] ?? '') * letterWidth) + 3
    return Math.min(widest, Math.max(least[type], heading, Math.ceil(longest * letterWidth) + 1))
  })
}

/** `rows`: as written, with the headings; `from`: the first that is not left as it is. */
export function rowHeights(
  rows: readonly (readonly CellValue[])[],
  widths: readonly number[],
  from: number,
): RowHeights {
  const heights: RowHeights = new Map()
  rows.forEach((row, index) => {
    if (index < from) return
    const lines = Math.max(1, ...row.map((cell, column) => linesOf(cell, widths[column] ?? widest)))
    if (lines > 1) heights.set(index, { height: lineHeight * Math.min(mostLines, lines) })
  })
  return heights
}

/** How many pages a sheet is wide, when its first columns stand on each of them. */
function pagesAcross(widths: readonly number[], repeated: number): number {
  const sum = (list: readonly number[]) => list.reduce((all, width) => all + width, 0)
  const front = sum(widths.slice(0, repeated))
  return sum(widths) <= widestPage ? 1 : Math.ceil((sum(widths) - front) / Math.max(60, widestPage - front))
}

export function pageSetupOf(widths: readonly number[], repeated = 2): PageSetup {
  return {
    orientation: 'landscape',
    paperSize: 'a4',
    fitToPage: true,
    fitToWidth: pagesAcross(widths, repeated),
    fitToHeight: 0,
    margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
  }
}

/** With room for two lines of signatures above the page's number. */
export function roomToSign(page: PageSetup): PageSetup {
  return { ...page, margins: { ...page.margins, bottom: 1.1 } }
}

/**
 * Headings on every printed page, and the columns that say whose row it is where the sheet is wider than one. Stated as a name
 * of ours, because the library's own setting does not quote the sheet's name, and Excel then takes the file for damaged.
 */
export function printTitles(sheet: string, widths: readonly number[], headRow: number, repeated = 2): NamedRange {
  const quoted = `'${sheet.replaceAll("'", "''")}'`
  const columns = pagesAcross(widths, repeated) > 1 ? `${quoted}!$A:$${columnName(repeated - 1)},` : ''
  return { name: '_xlnm.Print_Titles', range: `${columns}${quoted}!$${headRow}:$${headRow}`, scope: sheet }
}

/** What it is about above, the number of the page below. */
export function headerFooterOf(left: string, right: string, language: Language): HeaderFooter {
  const page = language === 'id' ? 'Halaman &P dari &N' : 'Page &P of &N'
  return { oddHeader: `&L${printed(left)}&R${printed(right)}`, oddFooter: `&R${page}` }
}

/** In heads of printed pages `&` begins a code, and 255 characters are all there is for both sides. */
function printed(text: string): string {
  return text.slice(0, 110).replaceAll('&', '&&')
}

export function columnDefs(widths: readonly number[], styleOf: (index: number) => ColumnDef['style']): ColumnDef[] {
  return widths.map((width, index) => {
    const style = styleOf(index)
    return style === undefined ? { width } : { width, style }
  })
}

function lengthOf(cell: unknown): number {
  return typeof cell === 'string' ? Math.max(...cell.split('\n').map((line) => line.length)) : 0
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length))
}

/** As programs break them: between words, and a word that is longer than the line wherever it ends. */
function linesOf(cell: CellValue, width: number): number {
  if (typeof cell !== 'string') return 1
  return cell.split('\n').reduce((sum, line) => sum + wrapped(line, width), 0)
}

/** Bold and wide letters take more room than the digits that a width is measured in. */
const letterWidth = 1.15

function wrapped(line: string, width: number): number {
  if (line.length + 1 <= width) return 1
  let [lines, filled] = [1, 0]
  for (const word of line.split(' ')) {
    const length = word.length * letterWidth
    if (filled > 0 && filled + length > width) [lines, filled] = [lines + 1, 0]
    lines += Math.floor(length / width)
    filled += (length % width) + letterWidth
  }
  return lines
}
