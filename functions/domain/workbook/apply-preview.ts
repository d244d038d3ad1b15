/** What stands after an upload: changed cells in place, new rows after them, lost rows gone. Judged before, and saved where the server confirms. */
import type { Answers, Cells, Value } from '../../schema/answers.ts'
import type { ChangedCells, WorkbookPreview, WorkbookTable } from '../../schema/workbook.ts'

type TableChange = Pick<WorkbookTable, 'tableId' | 'added' | 'changed' | 'removed'>
export type AnswerChanges = Pick<WorkbookPreview, 'fields'> & { readonly tables: readonly TableChange[] }

export function applyPreview(answers: Answers, { fields, tables }: AnswerChanges): Answers {
  const rows: Answers['rows'] = { ...answers.rows }
  for (const { tableId, added, changed, removed } of tables) {
    const changes = new Map(changed.map(({ rowKey, cells }) => [rowKey, cells]))
    const lost = new Set(removed)
    const kept = (answers.rows[tableId] ?? []).filter(({ rowKey }) => !lost.has(rowKey))
    rows[tableId] = [
      ...kept.map(({ rowKey, cells }) => ({ rowKey, cells: applied(cells, changes.get(rowKey) ?? {}) })),
      ...added,
    ]
  }
  return { fields: applied(answers.fields, fields), rows }
}

function applied(cells: Cells, changes: ChangedCells): Cells {
  const next: Record<string, Value> = { ...cells }
  for (const [id, value] of Object.entries(changes)) {
    if (value === null) delete next[id]
    else next[id] = value
  }
  return next
}
