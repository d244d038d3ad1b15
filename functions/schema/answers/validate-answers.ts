/**
 * The one validator of answers, for the browser and the server alike: every problem at once, in the form's order, each with
 * a pointer and a sentence. Values of hidden fields and of computed cells are no concern here: normalising drops them.
 * "Belum ada data" may be sent where the form accepts it; it only keeps the form from being complete.
 */
import type { AnswerError, Answers, Cells, Value } from '../answers.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Field, FormDefinition } from '../form.ts'
import { absenceOf } from './absence.ts'
import type { AnswerContext } from './context.ts'
import { wrongType } from './messages.ts'
import { duplicateRowKey, tooManyRows, unknownTable } from './row-messages.ts'
import { isTableVisible, settleHeader } from './settle-cells.ts'
import { cellRules, reportUnknown, validateCells } from './validate-cells.ts'
import { tableJudge, validateTable } from './validate-table.ts'

export type Validator = {
  /** All that keeps these answers from being sent; empty when they may be sent. Never throws. */
  validate(answers: Answers): readonly AnswerError[]
  /** Judges rows ahead for as long as `more` says so; true when none is left and `validate` will be quick. */
  prepare(answers: Answers, more: () => boolean): boolean
}

/** The validator of answers that change: what was found in a row is kept while the row and the header stay the same. */
export function createValidator(definition: FormDefinition, context: AnswerContext): Validator {
  const named = new Map(definition.fields.map((field) => [field.id, field]))
  const rules = cellRules(definition.fields, named, context)
  const judges = definition.tables.map((table) => tableJudge(table, { context, named }))
  const judgesUnder = (header: Cells) => judges.filter(({ table }) => isTableVisible(table, header))
  return {
    validate: (answers) => {
      const errors: AnswerError[] = []
      const header = settleHeader(definition, answers, context)
      validateCells('/fields', rules, answers.fields, header, errors)
      for (const judge of judgesUnder(header.cells))
        validateTable(judge, { rows: answers.rows[judge.table.id] ?? [], header: header.cells }, errors)
      reportUnknownTables(definition, answers, errors)
      return errors
    },
    prepare: (answers, more) => {
      const header = settleHeader(definition, answers, context).cells
      return judgesUnder(header).every(({ table, judge }) =>
        (answers.rows[table.id] ?? []).every((row) => {
          judge(row, header)
          return more()
        }),
      )
    },
  }
}

/** One judgement of answers that will not change. */
export function validateAnswers(
  definition: FormDefinition,
  answers: Answers,
  context: AnswerContext,
): readonly AnswerError[] {
  return createValidator(definition, context).validate(answers)
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
    if (field !== undefined && !fitsDraft(field, value))
      errors.push({ pointer: `${at}/${id}`, ...wrongType(field, kindOf(field).expects) })
  }
  reportUnknown(at, new Set(fields.keys()), cells, errors)
}

function fitsDraft(field: Field, value: Value): boolean {
  if (typeof value === 'string' || absenceOf(value) !== undefined || field.type === 'computed') return true
  return kindOf(field).stored === (Array.isArray(value) ? 'choices' : 'number')
}
