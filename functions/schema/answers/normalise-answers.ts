/**
 * The one form in which submitted answers are stored and hashed: trimmed text, no blanks, no values of hidden fields, no
 * computed cells, cells in the form's order and every table present. Nothing a person put in order is sorted. Names the
 * form does not know are kept, so that the validator can still point at them. Drafts are stored as typed, not normalised.
 */
import type { Answers, Cells, Value } from '../answers.ts'
import type { Field, FormDefinition } from '../form.ts'
import type { AnswerContext } from './context.ts'
import { rowsInForce, settleHeader, settleRow } from './settle-cells.ts'

/** Normalises; doing it again changes nothing. */
export function normaliseAnswers(definition: FormDefinition, answers: Answers, context: AnswerContext): Answers {
  const header = settleHeader(definition, answers, context).cells
  const tables = new Map(definition.tables.map((table) => [table.id, table]))
  const rows: Answers['rows'] = {}
  for (const table of definition.tables) {
    rows[table.id] = rowsInForce(table, answers, header).map((row) => ({
      rowKey: row.rowKey,
      cells: normalCells(table.fields, row.cells, settleRow(table, row, header).cells),
    }))
  }
  for (const [id, unknown] of Object.entries(answers.rows)) if (!tables.has(id)) rows[id] = unknown
  return { fields: normalCells(definition.fields, answers.fields, header), rows }
}

function normalCells(fields: readonly Field[], typed: Cells, settled: Cells): Cells {
  const known = new Set(fields.map(({ id }) => id))
  const cells: Record<string, Value> = {}
  for (const field of fields) {
    const value = settled[field.id]
    if (value !== undefined && field.type !== 'computed') cells[field.id] = value
  }
  for (const [id, value] of Object.entries(typed)) if (!known.has(id)) cells[id] = value
  return cells
}
