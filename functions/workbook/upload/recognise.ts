/**
 * Which sheet is which table, and which column which field: by the texts of the headers in either language, whatever order
 * they stand in and whatever stands between or above them. Names of sheets only decide between equals.
 */
import type { Field, FormDefinition, Table } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import { type Book, type BookCell, type BookSheet, isEmpty, isFormula } from '../book.ts'
import {
  bareHeader,
  columnsOf,
  headersOf,
  headerWords,
  keyColumn,
  manifestName,
  notesColumn,
  plainHeader,
  sheetNames,
  sheetWords,
} from '../template/words.ts'

export type TableSheet = {
  readonly table: Table
  readonly sheet: BookSheet
  readonly headerRow: number
  readonly columns: ReadonlyMap<number, Field>
  readonly keyColumn: number | undefined
  readonly extra: readonly string[]
  readonly missing: readonly Field[]
}
/** Rows of the sheet of questions, by field. */
export type HeaderSheet = {
  readonly sheet: BookSheet
  readonly rows: ReadonlyMap<number, Field>
  readonly valueColumn: number
}
export type Recognised = {
  readonly header: HeaderSheet | undefined
  /** A table may stand on several sheets; its own comes first. */
  readonly tables: readonly TableSheet[]
  /** Visible sheets with content that belong to nothing. */
  readonly unread: readonly string[]
}

/** Titles and remarks may stand above the headers. */
const maxTitleRows = 30

/** Headers of all columns in both languages, in lower case, as they may stand in a text. */
export function knownHeaders({ fields, tables }: FormDefinition): ReadonlySet<string> {
  const lists = [fields, ...tables.map((table) => table.fields)]
  const all = lists.flatMap(columnsOf)
  const headers = lists.flatMap((list) => [...headersOf(list, 'id').values(), ...headersOf(list, 'en').values()])
  const names = [...headers, ...all.flatMap(({ label }) => [label.id, label.en])]
  return new Set([...names, ...all.map(({ id }) => id)].map((name) => name.toLowerCase()))
}

export function recognise(book: Book, definition: FormDefinition): Recognised {
  // Its guide and lists name the columns too, so in a file of ours they are no tables; elsewhere an office may call its own so.
  const stamped = book.sheets.some(({ name }) => name === manifestName)
  const about = [sheetWords.guide, sheetWords.lists].flatMap(({ id, en }) => [id, en])
  const isOurs = (name: string) => name === manifestName || (stamped && about.includes(name))
  const sheets = book.sheets.filter(({ name, hidden }) => !hidden && !isOurs(name))
  const names = [sheetNames(definition, 'id'), sheetNames(definition, 'en')]
  // A sheet that is named for the questions and has them is no table, though a question may be called as a column is.
  const named = sheets.filter(({ name }) => [sheetWords.header.id, sheetWords.header.en].includes(name))
  const asked = named.map((sheet) => findQuestions(definition, sheet, [])).find((found) => found !== undefined)
  const candidates = definition.tables
    .flatMap((table) =>
      sheets.flatMap((sheet) => {
        if (sheet === asked?.sheet) return []
        const found = findHeader(table, sheet)
        if (found === undefined) return []
        const named = names.some((each) => each.get(table.id)?.toLowerCase() === sheet.name.toLowerCase())
        return [{ found, score: found.columns.size / columnsOf(table.fields).length + (named ? 0.5 : 0) }]
      }),
    )
    .sort((a, b) => b.score - a.score)
  const tables: TableSheet[] = []
  for (const { found } of candidates) {
    if (tables.some(({ table, sheet }) => table === found.table || sheet === found.sheet)) continue
    tables.push(found)
  }
  // A second sheet of a table has nearly all the columns of the first; fewer is another list about the same things.
  for (const { found } of candidates) {
    const first = tables.find(({ table }) => table === found.table)
    if (first === undefined || tables.some(({ sheet }) => sheet === found.sheet)) continue
    if (found.columns.size >= 0.8 * first.columns.size) tables.push(found)
  }
  const header =
    asked ?? sheets.map((sheet) => findQuestions(definition, sheet, tables)).find((found) => found !== undefined)
  const used = new Set<BookSheet>([
    ...tables.map(({ sheet }) => sheet),
    ...(header === undefined ? [] : [header.sheet]),
  ])
  const own = new Set(Object.values(sheetWords).flatMap(({ id, en }) => [id, en]))
  const unread = sheets.filter((sheet) => !used.has(sheet) && !own.has(sheet.name) && hasContent(sheet))
  return { header, tables, unread: unread.map(({ name }) => name) }
}

function hasContent({ rows }: BookSheet): boolean {
  return rows.some((row) => row?.some((cell) => !isEmpty(cell)) ?? false)
}

function findHeader(table: Table, sheet: BookSheet): TableSheet | undefined {
  const fields = columnsOf(table.fields)
  const fieldOf = indexFields(table.fields)
  const least = Math.min(2, fields.length)
  const demanded = fields.filter(({ required }) => required === true)
  /** A third of the columns, or at least those that every row must have. */
  const isEnough = ({ columns, missing }: TableSheet) =>
    columns.size >= Math.max(least, Math.ceil(fields.length * 0.3)) ||
    (demanded.length >= least && !missing.some((field) => demanded.includes(field)))
  let best: TableSheet | undefined
  for (let row = 0; row < Math.min(maxTitleRows, sheet.rows.length); row += 1) {
    const found = readHeader({ table, sheet, headerRow: row }, fields, fieldOf)
    if (isEnough(found) && found.columns.size > (best?.columns.size ?? 0)) best = found
  }
  return best
}

function readHeader(
  { table, sheet, headerRow }: Pick<TableSheet, 'table' | 'sheet' | 'headerRow'>,
  fields: readonly Field[],
  fieldOf: FieldIndex,
): TableSheet {
  const columns = new Map<number, Field>()
  const extra: string[] = []
  let keys: number | undefined
  for (const [column, cell] of (sheet.rows[headerRow] ?? []).entries()) {
    const text = headerText(cell)
    if (text === '') continue
    const field = fieldOf(text)
    if (field !== undefined && ![...columns.values()].includes(field)) columns.set(column, field)
    else if (isNamed(keyColumn, text)) keys ??= column
    else if (!isNamed(notesColumn, text)) extra.push(text.slice(0, 100))
  }
  const there = new Set(columns.values())
  return {
    table,
    sheet,
    headerRow,
    columns,
    keyColumn: keys,
    extra,
    missing: fields.filter((field) => !there.has(field)),
  }
}

function findQuestions(
  { fields }: FormDefinition,
  sheet: BookSheet,
  tables: readonly TableSheet[],
): HeaderSheet | undefined {
  const asked = columnsOf(fields)
  if (asked.length === 0 || tables.some((each) => each.sheet === sheet)) return undefined
  const title = sheet.rows.findIndex(
    (row) => row?.some((cell) => isNamed(headerWords.value, headerText(cell))) ?? false,
  )
  const head = sheet.rows[title]
  const place = (words: typeof headerWords.value) => head?.findIndex((cell) => isNamed(words, headerText(cell))) ?? -1
  const valueColumn = place(headerWords.value)
  const labelColumn = place(headerWords.field)
  if (valueColumn < 0 || labelColumn < 0) return undefined
  const fieldOf = indexFields(fields)
  const rows = new Map<number, Field>()
  for (let row = title + 1; row < sheet.rows.length; row += 1) {
    const field = fieldOf(headerText(sheet.rows[row]?.[labelColumn]))
    if (field !== undefined && ![...rows.values()].includes(field)) rows.set(row, field)
  }
  return rows.size === 0 ? undefined : { sheet, rows, valueColumn }
}

function headerText(cell: BookCell | undefined): string {
  const value = isFormula(cell) ? cell.value : cell
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

type FieldIndex = (text: string) => Field | undefined

/** As written here first, then the label, then without unit and star; a field's id is understood as well. */
function indexFields(all: readonly Field[]): FieldIndex {
  const fields = columnsOf(all)
  const ways: ((text: string) => string)[] = [(text) => text, plainHeader, bareHeader]
  const headers = [headersOf(all, 'id'), headersOf(all, 'en')]
  const written = fields.flatMap((field) => headers.map((each) => [each.get(field) ?? '', field] as const))
  const names = [
    ({ label }: Field) => [label.id, label.en],
    ({ label }: Field) => [label.id, label.en],
    ({ id, label }: Field) => [label.id, label.en, id],
  ]
  const maps = ways.map((way, index) => {
    // As written here comes before any label: the label of one may be the header of another.
    const map = new Map<string, Field>(index === 2 ? [] : written.map(([name, field]) => [way(name), field]))
    for (const field of fields) {
      for (const name of names[index]?.(field) ?? []) if (!map.has(way(name))) map.set(way(name), field)
    }
    return { way, map }
  })
  return (text) => {
    if (text === '' || text.length > 500) return undefined
    for (const { way, map } of maps) {
      const name = way(text)
      const found = name === '' ? undefined : map.get(name)
      if (found !== undefined) return found
    }
    return undefined
  }
}

function isNamed({ id, en }: Wording, text: string): boolean {
  // Most texts are much longer or shorter: that is cheaper to see.
  if (text.length < 3 || text.length > id.length + en.length) return false
  return plainHeader(id) === plainHeader(text) || plainHeader(en) === plainHeader(text)
}
