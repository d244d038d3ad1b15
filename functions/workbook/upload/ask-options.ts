/** The answers of questions, as the changes that they make. */
import type { TableChange, WorkbookAsk } from '../../schema/workbook.ts'
import type { TableChanges } from './table-changes.ts'

export type Option = WorkbookAsk['options'][number]
export const nothing = (label: Option['label']): Option => ({ label, fields: {}, tables: [] })
export const only = (label: Option['label'], table: Partial<TableChange> & { tableId: string }): Option => ({
  label,
  fields: {},
  tables: [{ added: [], changed: [], removed: [], ...table }],
})

/** Where the table's headers stand. */
export function sheetOf({ sheets }: TableChanges): { sheet: string; cell: string } {
  return { sheet: sheets[0]?.sheet.name ?? '', cell: `A${(sheets[0]?.headerRow ?? 0) + 1}` }
}
