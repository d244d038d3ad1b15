/** Rows of a fixed table are known by their fixed cells; where these are damaged, by their key. */
import type { AnswerContext } from '../../schema/answers/context.ts'
import { fixedRowsOf } from '../../schema/answers/fixed-rows.ts'
import type { Cells } from '../../schema/answers.ts'
import type { Table } from '../../schema/form.ts'
import type { FileRow } from './file-row.ts'
import { cellsOf, type Matched } from './match-rows.ts'

/** `strange`: rows that the table does not have, and, `copied`, those that stand above already. */
export function matchFixed(files: readonly FileRow[], table: Table, context: AnswerContext) {
  const fixed = table.fields.filter(({ id }) => table.fixedRows?.by.some(({ field }) => field === id))
  const identity = (cells: Cells) => JSON.stringify(fixed.map(({ id }) => cells[id]))
  const rows = fixedRowsOf(table, context)
  const byIdentity = new Map(rows.map((row) => [identity(row.cells), row.rowKey]))
  const keys = new Set(rows.map(({ rowKey }) => rowKey))
  const taken = new Set<string>()
  const matched: Matched[] = []
  const strange: { file: FileRow; copied: boolean }[] = []
  for (const file of files) {
    const named = byIdentity.get(identity(cellsOf(file)))
    const rowKey = named ?? (file.key !== undefined && keys.has(file.key) ? file.key : undefined)
    if (rowKey === undefined || taken.has(rowKey)) strange.push({ file, copied: rowKey !== undefined })
    else matched.push({ file, rowKey, why: named === undefined ? 'key' : 'identity', like: [] })
    if (rowKey !== undefined) taken.add(rowKey)
  }
  return { matched, strange }
}
