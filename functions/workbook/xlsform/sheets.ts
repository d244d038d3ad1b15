/** The sheets of an XLSForm as rows of named cells with their place, and the two languages of a labelled column. */
import type { Wording } from '../../schema/wording.ts'
import { type Book, type BookCell, isErrorCell, isFormula } from '../book.ts'
import type { Place } from './flaws.ts'

/** Cells by column name, lower case, trimmed; empty ones are not there. `at` says where a cell stands. */
export type SheetRow = {
  readonly cells: Readonly<Record<string, string>>
  readonly at: (column?: string) => Place
}
export type NamedSheet = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
}

/** `undefined` where the book has no such sheet, in whatever letter case. */
export function sheetOf(book: Book, wanted: string): NamedSheet | undefined {
  const sheet = book.sheets.find(({ name }) => name.trim().toLowerCase() === wanted)
  if (sheet === undefined) return undefined
  const first = sheet.rows.findIndex((row) => row?.some((cell) => textOf(cell) !== ''))
  const columns = (sheet.rows[first] ?? []).map((cell) =>
    textOf(cell)
      .toLowerCase()
      .replace(/\s*::\s*/g, '::'),
  )
  const rows = sheet.rows.slice(first + 1).flatMap((row, index): SheetRow[] => {
    const cells = Object.fromEntries(
      columns.flatMap((column, at) => {
        const text = textOf(row?.[at])
        return column === '' || text === '' ? [] : [[column, text]]
      }),
    )
    if (Object.keys(cells).length === 0) return []
    const place = (column?: string): Place => ({
      sheet: sheet.name,
      row: first + index + 2,
      ...(column === undefined ? {} : { column }),
    })
    return [{ cells, at: place }]
  })
  return { name: sheet.name, columns, rows }
}

function textOf(cell: BookCell | undefined): string {
  if (cell === undefined || cell === null || isErrorCell(cell)) return ''
  if (isFormula(cell)) return textOf(cell.value)
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

const languages = {
  id: /^(indonesia|indonesian|bahasa indonesia|bahasa|id)(\s*\(id\))?$/,
  en: /^(english|inggris|bahasa inggris|en)(\s*\(en\))?$/,
} as const

/** The language that a column like `label::English (en)` is in; `both` for a bare `label`. */
export function languageOf(column: string, base: string): 'id' | 'en' | 'both' | undefined {
  if (column === base) return 'both'
  if (!column.startsWith(`${base}::`)) return undefined
  const name = column.slice(base.length + 2).trim()
  return languages.id.test(name) ? 'id' : languages.en.test(name) ? 'en' : undefined
}

/** Both languages of a column; where one is missing the other stands in for it, and `missing` says which. */
export function wordingOf(
  { cells }: SheetRow,
  base: string,
): { readonly wording: Wording; readonly missing: 'Indonesia' | 'English' | undefined } | undefined {
  const found: { id?: string; en?: string } = {}
  for (const [column, text] of Object.entries(cells)) {
    const language = languageOf(column, base)
    if (language === 'both') {
      found.id ??= text
      found.en ??= text
    } else if (language !== undefined) found[language] = text
  }
  const some = found.id ?? found.en
  if (some === undefined) return undefined
  const bare = cells[base] !== undefined
  const missing =
    found.en === undefined || (bare && found.en === cells[base] && cells[base] === found.id) ? 'English' : 'Indonesia'
  const whole = found.id !== undefined && found.en !== undefined && !(bare && found.id === found.en)
  return { wording: { id: found.id ?? some, en: found.en ?? some }, missing: whole ? undefined : missing }
}

/** XLSForm names are often `snake_case`; ours are `camelCase`. `jumlah_balita` and `Jumlah_Balita` become `jumlahBalita`. */
export function fieldNameOf(name: string): string {
  const camel = name.replace(/[_.-]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase()).replace(/[_.-]+$/, '')
  return camel.replace(/^[A-Z]/, (first) => first.toLowerCase())
}

export function isYes(cell: string | undefined): boolean {
  return /^(yes|true|true\(\)|ya)$/i.test(cell ?? '')
}
