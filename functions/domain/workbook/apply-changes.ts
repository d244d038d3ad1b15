/** What stands after an upload: changed cells in place, new rows after them, lost rows gone. Judged before, and saved where the server confirms. */
import type { AnswerChanges } from '../../rules/workbook-choices.ts'
import type { Answers, Cells, Row, Value } from '../../schema/answers.ts'
import type { ChangedCells } from '../../schema/workbook.ts'

export function applyChanges(answers: Answers, { fields, tables }: AnswerChanges): Answers {
  const rows: Record<string, readonly Row[]> = { ...answers.rows }
  for (const { tableId, added, changed, removed } of tables) {
    const changes = new Map(changed.map(({ rowKey, cells }) => [rowKey, cells]))
    const lost = new Set(removed)
    const there = rows[tableId] ?? []
    const kept = there.filter(({ rowKey }) => !lost.has(rowKey))
    rows[tableId] = [
      ...kept.map((row) => {
        const own = changes.get(row.rowKey)
        return own === undefined ? row : { rowKey: row.rowKey, cells: applied(row.cells, own) }
      }),
      ...added,
    ]
  }
  return { fields: applied(answers.fields, fields), rows: rows as Answers['rows'] }
}

function applied(cells: Cells, changes: ChangedCells): Cells {
  const next: Record<string, Value> = { ...cells }
  for (const [id, value] of Object.entries(changes)) {
    if (value === null) delete next[id]
    else next[id] = value
  }
  return next
}
