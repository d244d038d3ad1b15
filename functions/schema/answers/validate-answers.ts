/**
 * The one validator of answers, for the browser and the server alike: every problem at once, in the form's order, each with
 * a pointer and a sentence. Values of hidden fields and of computed cells are no concern here: normalising drops them.
 * "Belum ada data" may be sent where the form accepts it; it only keeps the form from being complete.
 */
import type { AnswerError, Answers, Cells, Value } from '../answers.ts'
import type { Field, FormDefinition } from '../form.ts'
import { absenceOf } from './absence.ts'
import type { AnswerContext } from './context.ts'
import { wrongType } from './messages.ts'
import { duplicateRowKey, tooManyRows, unknownTable } from './row-messages.ts'
import { isTableVisible, settleCells } from './settle-cells.ts'
import { cellRules, reportUnknown, validateCells } from './validate-cells.ts'
import { validateTable } from './validate-table.ts'

/** All that keeps these answers from being sent; empty when they may be sent. Never throws. */
export function validateAnswers(
  definition: FormDefinition,
  answers: Answers,
  context: AnswerContext,
): readonly AnswerError[] {
  const errors: AnswerError[] = []
  const header = settleCells(definition.fields, answers.fields)
  const named = new Map(definition.fields.map((field) => [field.id, field]))
  validateCells('/fields', cellRules(definition.fields, named, context), answers.fields, header, errors)
  for (const table of definition.tables) {
    if (isTableVisible(table, header.cells))
      validateTable(table, answers.rows[table.id] ?? [], { context, header: header.cells, named }, errors)
  }
  reportUnknownTables(definition, answers, errors)
  return errors
}

/**
 * Only what cannot be kept as a draft: names the form does not know, values of another shape, too many rows, row keys used
 * twice. Text is kept wherever it was typed, also in a number's or a date's place: a slip must not cost the rest.
 */
export function validateForDraft(definition: FormDefinition, answers: Answers): readonly AnswerError[] {
  const errors: AnswerError[] = []
  reportShapes('/fields', new Map(definition.fields.map((field) => [field.id, field])), answers.fields, errors)
  for (const table of definition.tables) {
    const fields = new Map(table.fields.map((field) => [field.id, field]))
    const rows = answers.rows[table.id] ?? []
    const keys = new Set<string>()
    if (rows.length > table.maxRows) {
      errors.push({ pointer: `/rows/${table.id}`, ...tooManyRows(table, rows.length) })
    }
    for (const { rowKey, cells } of rows) {
      const at = `/rows/${table.id}/${rowKey}`
      if (keys.has(rowKey)) errors.push({ pointer: at, ...duplicateRowKey(table, rowKey) })
      keys.add(rowKey)
      reportShapes(at, fields, cells, errors)
    }
  }
  reportUnknownTables(definition, answers, errors)
  return errors
}

function reportUnknownTables(definition: FormDefinition, answers: Answers, errors: AnswerError[]): void {
  const known = new Set(definition.tables.map(({ id }) => id))
  for (const id of Object.keys(answers.rows)) {
    if (!known.has(id)) errors.push({ pointer: `/rows/${id}`, ...unknownTable(id) })
  }
}

function reportShapes(at: string, fields: ReadonlyMap<string, Field>, cells: Cells, errors: AnswerError[]): void {
  for (const [id, value] of Object.entries(cells)) {
    const field = fields.get(id)
    if (field !== undefined && !fitsDraft(field, value)) errors.push({ pointer: `${at}/${id}`, ...wrongType(field) })
  }
  reportUnknown(at, new Set(fields.keys()), cells, errors)
}

function fitsDraft(field: Field, value: Value): boolean {
  if (typeof value === 'string' || absenceOf(value) !== undefined || field.type === 'computed') return true
  if (Array.isArray(value)) return field.type === 'choices'
  return field.type === 'integer' || field.type === 'rupiah' || field.type === 'decimal'
}
