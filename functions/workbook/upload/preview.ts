/** The answer to an upload: counts, changes by row key, errors by cell. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import type { WorkbookClash, WorkbookPreview } from '../../schema/workbook.ts'
import { maxListedErrors } from '../../schema/workbook-limits.ts'
import { cellName } from '../book.ts'
import * as say from '../messages.ts'
import type { TableChanges } from './compare-table.ts'
import { type Examined, examine } from './examine.ts'

export async function previewUpload(subject: WorkbookSubject, file: Uint8Array): Promise<WorkbookPreview> {
  const examined = await examine(subject, file)
  const { book, header, tables, errors } = examined
  const clashes = [...header.clashes, ...tables.flatMap(clashesOf)]
  const blank = errors.filter(({ code }) => code === 'required').length
  const sum = (count: (table: TableChanges) => number) => tables.reduce((total, table) => total + count(table), 0)
  // What is wrong comes before what is only missing.
  const ordered = [
    ...errors.filter(({ code }) => code !== 'required'),
    ...errors.filter(({ code }) => code === 'required'),
  ]
  return {
    kind: book.kind,
    formVersion: subject.definition.version,
    counts: {
      rows: sum(({ rows }) => rows),
      added: sum(({ added }) => added.length),
      changed: sum(({ changed }) => changed.length),
      removed: sum(({ removed }) => removed.length),
      unchanged: sum(({ unchanged }) => unchanged),
      fields: Object.keys(header.cells).length,
      wrong: errors.length - blank,
      blank,
      clashes: clashes.length,
    },
    fields: header.cells,
    tables: tables.map(({ of, rows, unchanged, added, changed, removed }) => ({
      tableId: of.table.id,
      sheet: of.sheet.name,
      rows,
      unchanged,
      added: [...added],
      changed: [...changed],
      removed: [...removed],
      extraColumns: [...of.extra].slice(0, 20),
      missingColumns: of.missing.map(({ label }) => label),
    })),
    errors: ordered.slice(0, maxListedErrors),
    clashes: clashes.slice(0, maxListedErrors),
    notices: noticesOf(subject, examined),
  }
}

function clashesOf({ of, clashes, places }: TableChanges): WorkbookClash[] {
  return clashes.map(({ field, rowKey, draft, file }) => {
    const [column] = [...of.columns].find(([, each]) => each === field) ?? [0]
    return {
      sheet: of.sheet.name,
      cell: cellName(places.get(rowKey) ?? 0, column),
      pointer: `/rows/${of.table.id}/${rowKey}/${field.id}`,
      draft,
      file,
    }
  })
}

function noticesOf({ definition }: WorkbookSubject, { manifest, header, tables, unread }: Examined) {
  const formulas = header.formulas + tables.reduce((sum, table) => sum + table.formulas, 0)
  const kept = tables.reduce((sum, table) => sum + table.kept, 0)
  const gone = tables.reduce((sum, table) => sum + table.gone, 0)
  const missing = definition.tables.filter(({ id }) => !tables.some(({ of }) => of.table.id === id))
  return [
    ...(manifest === undefined ? [say.withoutKeys()] : []),
    ...(formulas > 0 ? [say.formulasTaken(formulas)] : []),
    ...(kept > 0 ? [say.keptSince(kept)] : []),
    ...(gone > 0 ? [say.goneSince(gone)] : []),
    ...missing.map(({ title }) => say.tableNotThere(title.id, title.en)),
    ...unread.slice(0, 10).map(say.sheetNotRead),
  ].map(({ code, message }) => ({ code, message }))
}
