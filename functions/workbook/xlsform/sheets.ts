/**
 * The sheets of an XLSForm as rows of named cells with their place. What Excel made of a cell is told apart from what its author
 * wrote: an error and a formula without a result are no empty cells, and a date that Excel made of `1-3` is no `1-3`.
 */
import { type Book, type BookCell, isErrorCell, isFormula, isShown } from '../book.ts'
import { type HeadingUse, headingOf, keyOf } from './columns.ts'
import type { Place } from './flaws.ts'

/** Why a cell says nothing that could be read. */
export type Unread = 'cell-error' | 'cell-formula' | 'cell-date'
/** Cells by `keyOf` their heading, trimmed; empty ones are not there. `at` says where a cell stands. */
export type SheetRow = {
  readonly cells: Readonly<Record<string, string>>
  /** As they are shown: `50%` where the number is 0.5. */
  readonly shown: Readonly<Record<string, string>>
  readonly unread: readonly { readonly key: string; readonly why: Unread; readonly what: string }[]
  /** What stands in columns without a heading. */
  readonly nameless: readonly string[]
  readonly at: (key?: string) => Place
}
export type NamedSheet = {
  readonly name: string
  readonly headRow: number
  readonly keys: readonly string[]
  /** Headings that mean the same. */
  readonly twice: readonly { readonly key: string; readonly heading: string }[]
  readonly rows: readonly SheetRow[]
}

/** `undefined` where the book has no such sheet, in whatever letter case. */
export function sheetOf(book: Book, wanted: string): NamedSheet | undefined {
  const sheet = book.sheets.find(({ name }) => name.trim().toLowerCase() === wanted)
  return sheet && namedSheet(sheet, /choices$/.test(wanted) ? 'choices' : undefined)
}

/** A CSV file, whose headings are nobody's but its author's. */
export function sheetOfFile({ sheets }: Book): NamedSheet | undefined {
  return sheets[0] && namedSheet(sheets[0], 'file')
}

function namedSheet(sheet: Book['sheets'][number], use: HeadingUse): NamedSheet {
  const first = sheet.rows.findIndex((row) => row?.some((cell) => readCell(cell).text !== ''))
  const headings = (sheet.rows[first] ?? []).map((cell) => readCell(cell).text)
  const keys = headings.map((heading) => (heading === '' ? '' : keyOf(headingOf(heading, use))))
  const place = (row: number) => (key?: string) => {
    const heading = key === undefined ? undefined : (headings[keys.indexOf(key)] ?? key)
    return { sheet: sheet.name, row: first + row + 2, ...(heading === undefined ? {} : { column: heading }) }
  }
  const rows = sheet.rows.slice(first + 1).flatMap((row, index) => {
    const read = readRow(row ?? [], keys, place(index))
    return read === undefined ? [] : [read]
  })
  const twice = keys.flatMap((key, at) =>
    key !== '' && key !== 'media' && keys.indexOf(key) < at ? [{ key, heading: headings[at] ?? key }] : [],
  )
  return { name: sheet.name, headRow: first + 1, keys: keys.filter((key) => key !== ''), twice, rows }
}

function readRow(row: readonly BookCell[], keys: readonly string[], at: SheetRow['at']): SheetRow | undefined {
  const cells: Record<string, string> = {}
  const shown: Record<string, string> = {}
  const unread: SheetRow['unread'][number][] = []
  const nameless: string[] = []
  row.forEach((cell, column) => {
    const key = keys[column] ?? ''
    const read = readCell(cell)
    if (key === '') {
      if (read.text !== '') nameless.push(read.text)
      return
    }
    if (read.why !== undefined) unread.push({ key, why: read.why, what: read.text })
    if (read.text === '' || cells[key] !== undefined) return
    cells[key] = read.text
    shown[key] = read.shown ?? read.text
  })
  if (Object.keys(cells).length + unread.length + nameless.length === 0) return undefined
  return { cells, shown, unread, nameless, at }
}

type Read = { readonly text: string; readonly shown?: string; readonly why?: Unread }

function readCell(cell: BookCell | undefined): Read {
  if (cell === undefined || cell === null) return { text: '' }
  if (isErrorCell(cell)) return { text: '', why: 'cell-error' }
  if (isFormula(cell))
    return cell.value === null
      ? { text: '', why: 'cell-formula' }
      : { ...readCell(cell.value), ...(cell.shown === undefined ? {} : { shown: cell.shown.trim() }) }
  if (isShown(cell)) return { ...readCell(cell.value), shown: cell.shown.trim() }
  if (cell instanceof Date) return { text: dateText(cell), why: 'cell-date' }
  return { text: String(cell).trim() }
}

/** As converters write it: a day, a day with its time, or a time of day, which Excel counts from the last day of 1899. */
function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T')
  if (day < '1900-01-01') return time
  return time === '00:00:00' ? day : `${day}T${time}`
}

export function isYes(cell: string | undefined): boolean {
  return /^(yes|true|true\(\)|ya)$/i.test(cell?.trim() ?? '')
}

export function isNo(cell: string | undefined): boolean {
  return /^(no|false|false\(\)|tidak)?$/i.test(cell?.trim() ?? '')
}
