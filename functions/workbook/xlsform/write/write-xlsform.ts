/**
 * Any form as an XLSForm, so that nobody is locked in. What XLSForm has a column for stands in that column; what only Lengkap
 * knows (fixed rows, sums that may not exceed another, suggestions ...) stands in the column `lengkap`, which holds for as long
 * as its row is as it was written (own-parts.ts). Read again it is the same form.
 */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { FormDefinition } from '../../../schema/form.ts'
import type { ReadXlsForm } from '../own-parts.ts'
import { ownParts } from './own-cells.ts'
import { sheetsOf, type WrittenSheets } from './sheets-of.ts'

type Rows = WrittenSheets[string]

/** `read`: how an XLSForm is read, to see what its columns cannot say. */
export async function writeXlsForm(definition: FormDefinition, read: ReadXlsForm): Promise<Uint8Array> {
  const plain = sheetsOf(definition)
  const { definition: read1 } = await read(await bytesOf(plain))
  return bytesOf(ownParts(plain, definition, read1))
}

async function bytesOf(sheets: WrittenSheets): Promise<Uint8Array> {
  return writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)) })
}

function sheetOf(name: string, rows: Rows): WriteSheet {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells: CellValue[][] = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]
  return {
    name,
    rows: cells,
    columns: columns.map((column) => ({ width: /label|hint|message/.test(column) ? 36 : 20 })),
  }
}
