/**
 * Every way to change answers, as one pure reducer. What did not change keeps its identity, so a row that nobody touched is
 * not drawn or judged again, and a comparison of two states is cheap. Many changes are one pass over the rows.
 */
import type { Answers, Cells, Row, Value } from '../../../functions/schema/answers.ts'
import type { Place } from './place.ts'

/** `value: undefined` blanks the answer. */
export type Change = { readonly place: Place; readonly value: Value | undefined }
export type Edit =
  | { readonly do: 'set'; readonly changes: readonly Change[] }
  | { readonly do: 'insert-rows'; readonly table: string; readonly rows: readonly Row[]; readonly index: number }
  | { readonly do: 'remove-rows'; readonly table: string; readonly rowKeys: readonly string[] }
  | { readonly do: 'replace'; readonly answers: Answers }

/** Answers after the edit. An edit of a row that is gone changes nothing. */
export function editAnswers(answers: Answers, edit: Edit): Answers {
  switch (edit.do) {
    case 'replace':
      return edit.answers
    case 'set':
      return setCells(answers, edit.changes)
    case 'insert-rows':
      return withRows(answers, edit.table, (rows) => [
        ...rows.slice(0, edit.index),
        ...edit.rows,
        ...rows.slice(edit.index),
      ])
    case 'remove-rows': {
      const gone = new Set(edit.rowKeys)
      return withRows(answers, edit.table, (rows) => rows.filter(({ rowKey }) => !gone.has(rowKey)))
    }
  }
}

function setCells(answers: Answers, changes: readonly Change[]): Answers {
  let { fields } = answers
  const tables = new Map<string, Map<string, Change[]>>()
  for (const change of changes) {
    const { table, rowKey, field } = change.place
    if (table === undefined) {
      fields = withCell(fields, field, change.value)
      continue
    }
    const rows = tables.get(table) ?? new Map<string, Change[]>()
    tables.set(table, rows)
    const row = rows.get(rowKey)
    if (row === undefined) rows.set(rowKey, [change])
    else row.push(change)
  }
  let next = fields === answers.fields ? answers : { ...answers, fields }
  for (const [table, byRow] of tables) {
    next = withRows(next, table, (rows) =>
      rows.map((row) => {
        const cells = byRow.get(row.rowKey)?.reduce((c, { place, value }) => withCell(c, place.field, value), row.cells)
        return cells === undefined || cells === row.cells ? row : { ...row, cells }
      }),
    )
  }
  return next
}

/** An empty text or an empty list of choices is a blank, and a blank is not stored. */
function withCell(cells: Cells, field: string, value: Value | undefined): Cells {
  const blank = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (blank ? !(field in cells) : cells[field] === value) return cells
  const { [field]: _old, ...others } = cells
  return blank ? others : { ...others, [field]: value }
}

function withRows(answers: Answers, table: string, change: (rows: readonly Row[]) => Row[]): Answers {
  return { ...answers, rows: { ...answers.rows, [table]: change(answers.rows[table] ?? []) } }
}
