/** What stands after an upload: changed cells in place, new rows after them, lost rows gone. Judged before, and saved where the server confirms. */
import type { AnswerChanges } from '../../rules/workbook-choices.ts'
import type { Answers, Cells, Row, Value } from '../../schema/answers.ts'
import type { ChangedCells } from '../../schema/workbook.ts'

export function applyChanges(answers: Answers, { fields, tables }: AnswerChanges): Answers {
  const rows: Record<string, readonly Row[]> = { ...answers.rows }
  for (const { tableId, added, changed, removed } of tables) {
    const lost = new Set(removed)
    const there = rows[tableId] ?? []
    const known = new Set(there.map(({ rowKey }) => rowKey))
    // A row that is there under the same key takes the file's cells.
    const twice = added.filter(({ rowKey }) => known.has(rowKey))
    const changes = new Map<string, ChangedCells>([...changed, ...twice].map(({ rowKey, cells }) => [rowKey, cells]))
    const kept = there.filter(({ rowKey }) => !lost.has(rowKey))
    rows[tableId] = [
      ...kept.map((row) => {
        const own = changes.get(row.rowKey)
        return own === undefined ? row : { rowKey: row.rowKey, cells: applied(row.cells, own) }
      }),
      ...added.filter(({ rowKey }) => !known.has(rowKey)),
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
