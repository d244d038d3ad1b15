/** An uploaded file from its bytes to all that can be said about it; the preview and the annotated file are both made of it. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import type { WorkbookError } from '../../schema/workbook.ts'
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type Book, refuse } from '../book.ts'
import { readBook } from '../read/read-book.ts'
import { checkManifest, type Manifest, readManifest } from '../template/manifest.ts'
import { codecsOf } from '../template/write-template.ts'
import { compareHeader, type HeaderChanges } from './compare-header.ts'
import { compareTable, type TableChanges } from './compare-table.ts'
import { judgeUpload } from './judge-upload.ts'
import { knownHeaders, recognise } from './recognise.ts'

export type Examined = {
  readonly book: Book
  readonly manifest: Manifest | undefined
  readonly header: HeaderChanges
  readonly tables: readonly TableChanges[]
  readonly unread: readonly string[]
  /** Every error, in the order of the file. */
  readonly errors: readonly WorkbookError[]
}

export async function examine(subject: WorkbookSubject, file: Uint8Array): Promise<Examined> {
  const book = await readBook(file, knownHeaders(subject.definition))
  const stamped = readManifest(book)
  if (stamped !== undefined) checkManifest(book, stamped, subject)
  // Keys of another round are keys of other rows.
  const manifest = stamped?.round === subject.stamp.round ? stamped : undefined
  const { definition, answers } = subject
  const found = recognise(book, definition)
  if (found.tables.length === 0 && found.header === undefined) throw refuse('no-table', expectedColumns(subject))
  const codecs = codecsOf(subject)
  const tables = found.tables.map((each) => compareTable(each, { subject, codecs, manifest }))
  if (tables.some(({ rows }) => rows > maxWorkbookRows)) throw refuse('too-many-rows')
  const header = compareHeader(found.header, { definition, answers, codecs, manifest })
  const errors = await judgeUpload(subject, header, tables)
  return { book, manifest, header, tables, unread: found.unread, errors }
}

/** The first columns of the first table, for who uploaded something else. */
function expectedColumns({ definition, language }: WorkbookSubject): string {
  const fields = definition.tables[0]?.fields ?? definition.fields
  return fields
    .slice(0, 4)
    .map(({ label }) => `"${label[language]}"`)
    .join(', ')
}
