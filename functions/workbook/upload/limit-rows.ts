/** New rows that a table has no room for stay out, and are named: the server would keep none of them. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellName } from '../../rules/cell-names.ts'
import type { FileRow } from './file-row.ts'
import type { TableChanges } from './table-changes.ts'

export type Limited = {
  readonly table: TableChanges['table']
  readonly rows: number
  readonly first: { readonly sheet: string; readonly cell: string }
}

export function limitRows(tables: readonly TableChanges[], { answers }: WorkbookSubject) {
  const limited: Limited[] = []
  const kept = tables.map((changes): TableChanges => {
    const { table, added, removed } = changes
    const there = answers.rows[table.id]?.length ?? 0
    const room = Math.max(0, table.maxRows - there + removed.length)
    const [first] = added.slice(room)
    if (first === undefined) return changes
    limited.push({ table, rows: added.length - room, first: firstCellOf(first.file) })
    const places = new Map(changes.places)
    for (const { rowKey } of added.slice(room)) places.delete(rowKey)
    const out = new Set(added.slice(room).map(({ rowKey }) => rowKey))
    const dashes = changes.dashes.filter(({ rowKey }) => !out.has(rowKey))
    return { ...changes, added: added.slice(0, room), dashes, places }
  })
  return { tables: kept, limited }
}

export function firstCellOf(file: FileRow): { sheet: string; cell: string } {
  const [column = 0] = file.of.columns.keys()
  return { sheet: file.of.sheet.name, cell: cellName(file.row, column) }
}
