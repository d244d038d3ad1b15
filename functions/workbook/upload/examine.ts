/** An uploaded file from its bytes to all that can be said about it; the preview and the annotated file are both made of it. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import type { WorkbookError } from '../../schema/workbook.ts'
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type Book, refuse } from '../book.ts'
import type { ReadBook } from '../read/read-book.ts'
import { type Codecs, checkManifest, type Manifest, readManifest } from '../template/manifest.ts'
import { columnsOf } from '../template/words.ts'
import { codecsOf } from '../template/write-template.ts'
import { type Base, baseOf, type FileMarks } from './base.ts'
import { compareHeader, type HeaderChanges, headerMarks, readHeader } from './compare-header.ts'
import { compareTable, signsOf } from './compare-table.ts'
import { judgeUpload } from './judge-upload.ts'
import { type Limited, limitRows } from './limit-rows.ts'
import type { FileSheet } from './read-rows.ts'
import { type ReadTables, readTables } from './read-tables.ts'
import { type HeaderSheet, knownHeaders, recognise } from './recognise.ts'
import type { TableChanges } from './table-changes.ts'

export type Examined = {
  readonly book: Book
  readonly manifest: Manifest | undefined
  readonly base: Base | undefined
  readonly header: HeaderChanges
  readonly tables: readonly TableChanges[]
  readonly copies: ReadTables['copies']
  readonly limited: readonly Limited[]
  readonly unread: readonly string[]
  /** Every error, in the order of the file. */
  readonly errors: readonly WorkbookError[]
}

export async function examine(subject: WorkbookSubject, file: Uint8Array, read: ReadBook): Promise<Examined> {
  const book = await read(file, knownHeaders(subject.definition))
  const stamped = readManifest(book)
  if (stamped !== undefined) checkManifest(book, stamped, subject)
  // Keys of another round are keys of other rows.
  const manifest = stamped?.round === subject.stamp.round ? stamped : undefined
  const { definition, answers, without } = subject
  const found = recognise(book, definition)
  const wanted = found.tables.filter(({ sheet }) => !without?.has(sheet.name))
  if (found.tables.length === 0 && found.header === undefined) throw refuse('no-table', expectedColumns(subject))
  const codecs = codecsOf(subject)
  const { tables: sheets, copies } = readTables(wanted, codecs)
  const base =
    manifest === undefined ? undefined : await findBase(subject, { manifest, sheets, header: found.header, codecs })
  const compared = sheets.map((each) => compareTable(each, { subject, codecs, base }))
  if (compared.some(({ rows }) => rows.length > maxWorkbookRows)) throw refuse('too-many-rows')
  const { tables, limited } = limitRows(compared, subject)
  const header = compareHeader(found.header, { definition, answers, codecs, base, isList: subject.isList ?? false })
  const errors = await judgeUpload(subject, header, tables)
  return { book, manifest, base, header, tables, copies, limited, unread: found.unread, errors }
}

type Found = {
  readonly manifest: Manifest
  readonly sheets: readonly (readonly FileSheet[])[]
  readonly header: HeaderSheet | undefined
  readonly codecs: Codecs
}

async function findBase(subject: WorkbookSubject, { manifest, sheets, header, codecs }: Found) {
  const download = await subject.download?.(manifest.download)
  const read = header === undefined ? new Map() : readHeader(header, codecs)
  const tables: FileMarks['tables'] = new Map(
    sheets.map((each) => {
      const { table } = each[0]?.of ?? {}
      const fields = columnsOf(table?.fields ?? [])
      const there = new Set(each.flatMap(({ of }) => [...of.columns.values()]))
      const present = fields.flatMap((field, index) => (there.has(field) ? [index] : []))
      const signs = table === undefined ? [] : signsOf(table)
      const rows = each.flatMap(({ read }) => read.rows.map(({ marks }) => marks))
      return [table?.id ?? '', { present, signs: signs.filter((index) => present.includes(index)), rows }] as const
    }),
  )
  const files: FileMarks = { fields: headerMarks(subject.definition.fields, read), tables }
  return baseOf(manifest, download, { files, by: subject.person?.id })
}

/** The first columns of the first table, for who uploaded something else. */
function expectedColumns({ definition, language }: WorkbookSubject): string {
  const fields = definition.tables[0]?.fields ?? definition.fields
  return fields
    .slice(0, 4)
    .map(({ label }) => `"${label[language]}"`)
    .join(', ')
}
