/**
 * A confirmed preview as edits of the draft, by row key and cell: what the file did not touch stays, also what was typed here
 * or came from a colleague since the upload. Rows that are there already are not added twice.
 */
import type { AnswerChanges } from '../../../functions/rules/workbook-choices.ts'
import { prefillRows } from '../../../functions/schema/answers/prefill.ts'
import type { Answers, Value } from '../../../functions/schema/answers.ts'
import type { ChangedCells, TableChange } from '../../../functions/schema/workbook.ts'
import type { FormModel } from '../form-model.ts'
import type { Change, Edit } from '../model/edit-answers.ts'
import type { Place } from '../model/place.ts'

export function editsOf({ fields, tables }: AnswerChanges, model: FormModel): Edit[] {
  const answers = model.answers.peek()
  const changes = [
    ...changesOf(fields, (field) => ({ field })),
    ...tables.flatMap((table) => tableChanges(table, answers)),
  ]
  const rows = tables.flatMap((table): Edit[] => {
    const there = answers.rows[table.tableId] ?? []
    const known = new Set(there.map(({ rowKey }) => rowKey))
    const added = table.added.filter(({ rowKey }) => !known.has(rowKey))
    const gone = table.removed
    const definition = model.definition.tables.find(({ id }) => id === table.tableId)
    const filled = definition === undefined ? added : prefillRows(definition, added, model.context.peek())
    return [
      ...(gone.length === 0 ? [] : [{ do: 'remove-rows', table: table.tableId, rowKeys: gone } as const]),
      ...(filled.length === 0
        ? []
        : [{ do: 'insert-rows', table: table.tableId, rows: filled, index: there.length } as const]),
    ]
  })
  return [...(changes.length === 0 ? [] : [{ do: 'set', changes } as const]), ...rows]
}

/** A row that was added here meanwhile under the same key takes the file's cells. */
function tableChanges({ tableId, changed, added }: TableChange, answers: Answers): Change[] {
  const known = new Set((answers.rows[tableId] ?? []).map(({ rowKey }) => rowKey))
  const twice = added.filter(({ rowKey }) => known.has(rowKey))
  return [...changed, ...twice].flatMap(({ rowKey, cells }) =>
    changesOf(cells, (field) => ({ table: tableId, rowKey, field })),
  )
}

function changesOf(cells: ChangedCells, placeOf: (field: string) => Place): Change[] {
  return Object.entries(cells).map(([field, value]) => ({
    place: placeOf(field),
    value: (value ?? undefined) as Value | undefined,
  }))
}
