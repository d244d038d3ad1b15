/** One table of the file, on however many sheets, against the same table of the draft and what the file last had of it. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { isBlank } from '../../schema/answers/absence.ts'
import { fixedFieldsOf } from '../../schema/answers/fixed-rows.ts'
import type { Row } from '../../schema/answers.ts'
import type { Table } from '../../schema/form.ts'
import type { ChangedCells } from '../../schema/workbook.ts'
import { markAt, markPlaces, noColumn, whereSame } from '../cells/fingerprint.ts'
import * as say from '../messages.ts'
import type { Codecs } from '../template/manifest.ts'
import { columnsOf } from '../template/words.ts'
import type { Base } from './base.ts'
import { type CellClash, compareCells, isTouched, markHere, rowMarks } from './compare.ts'
import { withoutDashes } from './dash-asks.ts'
import type { FileRow } from './file-row.ts'
import { withKnownAsides } from './known-asides.ts'
import { matchFixed } from './match-fixed.ts'
import { cellsOf, type Matched, matchRows } from './match-rows.ts'
import type { FileSheet } from './read-rows.ts'
import type { ChangedRow, Standing, TableChanges } from './table-changes.ts'

export type TableParts = {
  readonly subject: WorkbookSubject
  readonly codecs: Codecs
  readonly base: Base | undefined
}

export function compareTable(given: readonly FileSheet[], parts: TableParts): TableChanges {
  const [first] = given
  if (first === undefined) throw new Error('a table without a sheet')
  const { table } = first.of
  const rows = parts.subject.answers.rows[table.id] ?? []
  const base = parts.base?.rows.get(table.id) ?? new Map<string, string>()
  const sheets = given.some(({ read }) => read.aside.length > 0)
    ? withKnownAsides(given, statesOf({ table, rows, base, codecs: parts.codecs }), signsOf(table))
    : given
  const all: Parts = {
    ...parts,
    table,
    rows,
    base,
    isKnown: parts.base !== undefined,
    isOthers: parts.base?.isOthers ?? false,
  }
  const { files, twice } = withoutCopies(sheets)
  const { matched, strange } =
    table.fixedRows === undefined
      ? { matched: matchFree(files, all), strange: [] }
      : matchFixed(files, table, parts.subject.context)
  const found = sort(matched, all)
  const { beside: dashesBeside, ...settled } = parts.subject.isList
    ? { ...found, dashes: [], beside: 0 }
    : withoutDashes(found)
  const sorted = { ...found, ...settled, dashesBeside }
  const lost = table.fixedRows === undefined ? rows.filter(({ rowKey }) => !sorted.places.has(rowKey)) : []
  const had = lost.filter(({ rowKey }) => base.has(rowKey))
  const isDoubtful = parts.base?.isDoubtful ?? false
  const asGiven = isDoubtful ? [] : had
  const removed = asGiven.filter((row) => rowMarks(table.fields, row, parts.codecs) === base.get(row.rowKey))
  return {
    table,
    sheets: sheets.map(({ of }) => of),
    read: sheets.map(({ read }) => read),
    rows: files,
    ...sorted,
    removed: removed.map(({ rowKey }) => rowKey),
    kept: asGiven.filter((row) => !removed.includes(row)).map(({ rowKey }) => rowKey),
    doubted: isDoubtful ? had.map(({ rowKey }) => rowKey) : [],
    missing: parts.base === undefined ? lost.map(({ rowKey }) => rowKey) : [],
    flaws: [...matched.flatMap(({ file, rowKey }) => flawsOf(file, rowKey)), ...strange.flatMap(strangeFlaws)],
    twice,
  }
}

/** A row that stands on an earlier sheet with the same content is the same row. */
function withoutCopies(sheets: readonly FileSheet[]): { files: FileRow[]; twice: number } {
  const files = [...(sheets[0]?.read.rows ?? [])]
  let twice = 0
  for (const { read } of sheets.slice(1)) {
    const there = new Set(files.map(({ marks }) => marks))
    for (const row of read.rows) {
      if (there.has(row.marks)) twice += 1
      else files.push(row)
    }
  }
  return { files, twice }
}

type Parts = Omit<TableParts, 'base'> & {
  readonly table: Table
  readonly rows: readonly Row[]
  readonly base: ReadonlyMap<string, string>
  /** The file says what it last had; or somebody else's copy did. */
  readonly isKnown: boolean
  readonly isOthers: boolean
}

function matchFree(files: readonly FileRow[], { subject, codecs, table, rows, base, isKnown }: Parts): Matched[] {
  const fields = columnsOf(table.fields)
  const there = new Set(files.flatMap(({ of }) => [...of.columns.values()]))
  const marks = new Map<string, string>(base)
  for (const row of rows) {
    const known = base.get(row.rowKey)
    if (known === undefined || known.includes(noColumn)) {
      marks.set(row.rowKey, filledUp(known, rowMarks(table.fields, row, codecs)))
    }
  }
  const draft = new Set(rows.map(({ rowKey }) => rowKey))
  const signs = signsOf(table)
  return matchRows(files, {
    table: table.id,
    marks,
    draft,
    correctable: new Set(subject.isList ? [] : [...draft].filter((key) => !isKnown || base.has(key))),
    signs: signs.length > 0 ? signs : [0],
    areWeak: signs.length === 0,
    present: fields.flatMap((field, index) => (there.has(field) ? [index] : [])),
  })
}

type Known = Pick<Parts, 'table' | 'rows' | 'base' | 'codecs'>

function statesOf({ table, rows, base, codecs }: Known): Map<string, string[]> {
  const states = new Map([...base].map(([key, marks]) => [key, [marks]]))
  for (const row of rows)
    states.set(row.rowKey, [...(states.get(row.rowKey) ?? []), rowMarks(table.fields, row, codecs)])
  return states
}

/** Cells of which it is not known what the file had are looked for as they stand. */
function filledUp(known: string | undefined, here: string): string {
  if (known === undefined) return here
  return markPlaces(here)
    .map((index) => (markAt(known, index) === noColumn ? markAt(here, index) : markAt(known, index)))
    .join('')
}

/** Places of the fields that tell the rows of a table apart. */
export function signsOf(table: Table): number[] {
  const fields = columnsOf(table.fields)
  return (table.uniqueBy ?? []).map((id) => fields.findIndex((field) => field.id === id)).filter((index) => index >= 0)
}

function sort(matched: readonly Matched[], { codecs, subject, table, rows, base, isOthers }: Parts) {
  const draft = new Map(rows.map((row) => [row.rowKey, row]))
  const keep = fixedFieldsOf(table)
  const added: (Row & { file: FileRow; like: readonly string[] })[] = []
  const changed: ChangedRow[] = []
  const other: ChangedRow[] = []
  const revived: (Row & { file: FileRow })[] = []
  const clashes: (CellClash & { rowKey: string })[] = []
  const places = new Map<string, FileRow>()
  const stands = new Map<string, Standing>()
  let gone = 0
  for (const { file, rowKey, why, like } of matched) {
    const there = draft.get(rowKey)
    const marks = base.get(rowKey) ?? (why === 'own' ? file.marks : undefined)
    // What somebody else's copy had and this file has not is not known of this one.
    stands.set(rowKey, { file, before: isOthers && marks !== undefined ? whereSame(marks, file.marks) : marks })
    if (there === undefined && marks !== undefined && table.fixedRows === undefined) {
      if (isTouched(file, marks)) revived.push({ rowKey, cells: cellsOf(file), file })
      else gone += 1
      continue
    }
    places.set(rowKey, file)
    if (there === undefined) {
      added.push({ rowKey, cells: cellsOf(file), file, like })
      continue
    }
    const found = compareCells({ fields: table.fields, codecs, file: file.cells, draft: there.cells, marks, keep })
    const renamed = !subject.isList && isRenamed(table, { there, marks, file, codecs })
    const doubtful = renamed ? found.cells : isOthers ? filledOf(found.cells, there) : {}
    const cells = subject.isList ? { ...found.cells, ...found.other } : without(found.cells, doubtful)
    const asked = { ...found.other, ...doubtful }
    const reason = why === 'new' || why === 'own' ? 'content' : why
    if (Object.keys(cells).length > 0) changed.push({ file, rowKey, cells, why: reason })
    if (!subject.isList && Object.keys(asked).length > 0) other.push({ file, rowKey, cells: asked, why: reason })
    clashes.push(...found.clashes.flatMap((clash) => (clash.field.id in doubtful ? [] : { ...clash, rowKey })))
  }
  return { added, changed, other, revived, clashes, places, stands, gone }
}

/** The changes of cells that the draft has filled. */
function filledOf(cells: ChangedCells, { cells: there }: Row): ChangedCells {
  return Object.fromEntries(Object.entries(cells).filter(([id]) => !isBlank(there[id])))
}

function without(cells: ChangedCells, others: ChangedCells): ChangedCells {
  return Object.fromEntries(Object.entries(cells).filter(([id]) => !(id in others)))
}

type Renaming = {
  readonly there: Row
  readonly marks: string | undefined
  readonly file: FileRow
  readonly codecs: Codecs
}

/** What tells the row apart was changed in Lengkap since, and not in the file: its values may no longer be meant for this row. */
function isRenamed(table: Table, { there, marks, file, codecs }: Renaming): boolean {
  const fields = columnsOf(table.fields)
  const signs = marks === undefined ? [] : signsOf(table)
  const isSame = signs.every((index) => markAt(file.marks, index) === markAt(marks, index))
  return (
    isSame &&
    signs.some((index) => {
      const field = fields[index]
      return field !== undefined && markHere(field, there.cells[field.id], codecs) !== markAt(marks, index)
    })
  )
}

function flawsOf(file: FileRow, rowKey: string | undefined) {
  return [...file.cells].flatMap(([field, { flaw, column }]) =>
    flaw === undefined ? [] : [{ ...flaw, of: file.of, row: file.row, column, field, rowKey }],
  )
}

/** A row that a table with given rows does not have, or has already. */
function strangeFlaws({ file, copied }: { file: FileRow; copied: boolean }) {
  const { table, columns } = file.of
  const [column = 0] = columns.keys()
  const field = columns.get(column) ?? table.fields[0]
  if (field === undefined) return []
  const { id, en } = table.title
  const flaw = copied ? say.rowTwice(id, en) : say.foreignRow(id, en)
  return [...flawsOf(file, undefined), { ...flaw, of: file.of, row: file.row, column, field, rowKey: undefined }]
}
