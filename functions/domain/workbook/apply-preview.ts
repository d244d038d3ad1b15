/** What stands after a confirmed upload, where the server itself confirms: changed cells, then new rows; lost rows go. */
import type { Answers, Cells, Value } from '../../schema/answers.ts'
import type { ChangedCells, WorkbookPreview } from '../../schema/workbook.ts'

export function applyPreview(answers: Answers, { fields, tables }: WorkbookPreview): Answers {
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
