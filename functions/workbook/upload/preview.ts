/** The answer to an upload: counts, changes by row key, questions, errors by cell, and what is to be remembered of it. */
import type { CheckedUpload, WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellName } from '../../rules/cell-names.ts'
import type { WorkbookClash, WorkbookPreview, WorkbookTable } from '../../schema/workbook.ts'
import { maxListedErrors } from '../../schema/workbook-limits.ts'
import type { ReadBook } from '../read/read-book.ts'
import { hiddenAsks } from './aside-asks.ts'
import { asksOf, headerAsks, rowsOf } from './asks.ts'
import { dashAsks, headerDashAsks } from './dash-asks.ts'
import { type Examined, examine } from './examine.ts'
import { noticesOf } from './notices.ts'
import { offerOf } from './offer.ts'
import type { TableSheet } from './recognise.ts'
import type { TableChanges } from './table-changes.ts'

export async function checkUpload(subject: WorkbookSubject, file: Uint8Array, read: ReadBook): Promise<CheckedUpload> {
  const examined = await examine(subject, file, read)
  return { preview: previewOf(subject, examined), offer: offerOf(subject, examined) }
}

function previewOf(subject: WorkbookSubject, examined: Examined): WorkbookPreview {
  const { book, header, errors } = examined
  const hidden = hiddenAsks(subject, header, examined.tables)
  const asks = [
    ...hidden,
    ...headerAsks(subject, header),
    ...headerDashAsks(subject, header),
    ...examined.tables.flatMap((table) => [...dashAsks(subject, table), ...asksOf(subject, table)]),
  ]
  const tables = examined.tables.flatMap(entriesOf)
  const clashes = [...header.clashes, ...examined.tables.flatMap(clashesOf)]
  const blank = errors.filter(({ code }) => code === 'required').length
  const sum = (count: (table: WorkbookTable) => number) => tables.reduce((total, table) => total + count(table), 0)
  // What is wrong comes before what is only missing.
  const ordered = [
    ...errors.filter(({ code }) => code !== 'required'),
    ...errors.filter(({ code }) => code === 'required'),
  ]
  return {
    kind: book.kind,
    formVersion: subject.definition.version,
    file: fileOf(subject, examined),
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
      asks: asks.length,
      undecided: asks.filter(({ chosen }) => chosen === null).length,
    },
    fields: header.cells,
    headerSheet: header.sheet,
    tables,
    errors: ordered.slice(0, maxListedErrors),
    clashes: clashes.slice(0, maxListedErrors),
    asks,
    copies: examined.copies.map(({ sheet, of }) => ({ sheet, of })),
    notices: noticesOf(subject, examined),
  }
}

function fileOf({ person }: WorkbookSubject, { manifest, base }: Examined): WorkbookPreview['file'] {
  if (manifest === undefined || manifest.download === '') return null
  const { taken } = base ?? {}
  return {
    download: manifest.download,
    madeAt: manifest.made ?? null,
    takenAt: taken?.at ?? null,
    takenBy: taken === undefined ? null : (person?.nameOf(taken.by) ?? taken.by),
    offer: null,
  }
}

/** Of a table on several sheets one entry each; what is removed belongs to the first. */
function entriesOf(changes: TableChanges): WorkbookTable[] {
  const { table, sheets, places } = changes
  const asked = new Set(changes.added.flatMap(({ like }) => like))
  return sheets.map((of, index): WorkbookTable => {
    const here = (file: { readonly of: TableSheet }) => file.of === of
    const all = changes.added.filter(({ file }) => here(file))
    const added = all.filter(({ like }) => like.length === 0)
    const changed = changes.changed.filter(({ file }) => here(file))
    const stands = [...places.values()].filter(here).length
    return {
      tableId: table.id,
      sheet: of.sheet.name,
      rows: changes.rows.filter(here).length,
      unchanged: stands - all.length - changed.length,
      added: rowsOf(added),
      changed: changed.map(({ rowKey, cells }) => ({ rowKey, cells })),
      removed: index === 0 ? changes.removed.filter((key) => !asked.has(key)) : [],
      places: Object.fromEntries([
        ...added.map(({ rowKey, file }) => [rowKey, { row: file.row + 1 }] as const),
        ...changed.map(({ rowKey, file, why }) => [rowKey, { row: file.row + 1, match: why }] as const),
      ]),
      missing: index === 0 ? [...changes.missing] : [],
      extraColumns: [...of.extra].slice(0, 20),
      missingColumns: of.missing.map(({ label }) => label),
    }
  })
}

function clashesOf({ table, clashes, places }: TableChanges): WorkbookClash[] {
  return clashes.map(({ field, rowKey, draft, file }) => {
    const place = places.get(rowKey)
    const [column] = [...(place?.of.columns ?? [])].find(([, each]) => each === field) ?? [0]
    return {
      sheet: place?.of.sheet.name ?? '',
      cell: cellName(place?.row ?? 0, column),
      pointer: `/rows/${table.id}/${rowKey}/${field.id}`,
      draft,
      file,
    }
  })
}
