/**
 * Every way to change answers, as one pure reducer. What did not change keeps its identity, so a row that nobody touched is
 * not drawn again, and a comparison of two states is cheap.
 */
import type { Answers, Cells, Row, Value } from '../../../functions/schema/answers.ts'
import type { Place } from './place.ts'

/** `value: undefined` blanks the answer. */
export type Change = { readonly place: Place; readonly value: Value | undefined }
export type Edit =
  | { readonly do: 'set'; readonly changes: readonly Change[] }
  | { readonly do: 'insert-row'; readonly table: string; readonly row: Row; readonly index: number }
  | { readonly do: 'remove-row'; readonly table: string; readonly rowKey: string }
  | { readonly do: 'replace'; readonly answers: Answers }

/** Answers after the edit. An edit of a row that is gone changes nothing. */
export function editAnswers(answers: Answers, edit: Edit): Answers {
  switch (edit.do) {
    case 'replace':
      return edit.answers
    case 'set':
      return edit.changes.reduce(setOne, answers)
    case 'insert-row':
      return withRows(answers, edit.table, (rows) => [
        ...rows.slice(0, edit.index),
        edit.row,
        ...rows.slice(edit.index),
      ])
    case 'remove-row':
      return withRows(answers, edit.table, (rows) => rows.filter(({ rowKey }) => rowKey !== edit.rowKey))
  }
}

function setOne(answers: Answers, { place, value }: Change): Answers {
  if (place.table === undefined) return { ...answers, fields: withCell(answers.fields, place.field, value) }
  return withRows(answers, place.table, (rows) =>
    rows.map((row) => (row.rowKey === place.rowKey ? { ...row, cells: withCell(row.cells, place.field, value) } : row)),
  )
}

/** An empty text or an empty list of choices is a blank, and a blank is not stored. */
function withCell(cells: Cells, field: string, value: Value | undefined): Cells {
  const { [field]: _old, ...others } = cells
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return others
  return { ...others, [field]: value }
}

function withRows(answers: Answers, table: string, change: (rows: readonly Row[]) => Row[]): Answers {
  return { ...answers, rows: { ...answers.rows, [table]: change(answers.rows[table] ?? []) } }
}
