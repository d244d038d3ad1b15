/** A form's answers as its own checks look at them: only what is in force, with what the form works out by itself. */
import type { AnswerContext } from '../../answers/context.ts'
import { rowsInForce, settleHeader, settleRow } from '../../answers/settle-cells.ts'
import type { Answers, Cells, Row, Value } from '../../answers.ts'
import type { Field, FormDefinition, Table } from '../../form.ts'
import { isPersonal } from '../../personal.ts'
import type { Wording } from '../../wording.ts'
import type { CheckPlace } from './own-check.ts'

export type Filled = {
  readonly definition: FormDefinition
  readonly header: Cells
  /** None of a table that is not asked. */
  rows(table: string): readonly Row[]
}

/** Holds on to nothing but these cells: a city's may be kept for as long as it is checked, what they were worked out by may not. */
export function filledIn(definition: FormDefinition, answers: Answers, context: AnswerContext): Filled {
  const header = settleHeader(definition, answers, context).cells
  const rows = new Map(
    definition.tables.map((table) => [
      table.id,
      rowsInForce(table, answers, header).map((row) => ({
        rowKey: row.rowKey,
        cells: settleRow(table, row, header).cells,
      })),
    ]),
  )
  return { definition, header: { ...header }, rows: (id) => rows.get(id) ?? [] }
}

export type Placed = { readonly field: Field; readonly table: Table | undefined }

/** `undefined` where this version of the form has no such question. */
export function placedIn(definition: FormDefinition, place: CheckPlace): Placed | undefined {
  const table = definition.tables.find(({ id }) => id === place.table)
  if (place.table !== undefined && table === undefined) return undefined
  const field = (table ?? definition).fields.find(({ id }) => id === place.field)
  return field && { field, table }
}

export function isNumberField(field: Field): boolean {
  if (field.type === 'computed')
    return !('gives' in field.formula) || field.formula.gives === 'number' || field.formula.gives === 'percent'
  return ['integer', 'rupiah', 'decimal', 'percent'].includes(field.type)
}

/** The sum of a column over the rows that have a number; `undefined` where none has, or where one says that there are no data yet. */
export function sumOf(rows: readonly Row[], field: string): number | undefined {
  const values = rows.map(({ cells }) => cells[field])
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length === 0 || values.some(isAbsent)) return undefined
  return numbers.reduce((left, right) => left + right, 0)
}

export function isAbsent(value: Value | undefined): boolean {
  return typeof value === 'object' && !Array.isArray(value)
}

/** "Balita dan Pendek". */
export function labelsOf(fields: readonly Pick<Field, 'label'>[]): Wording {
  const say = (language: 'id' | 'en') => fields.map(({ label }) => `"${label[language]}"`).join(', ')
  return { id: say('id'), en: say('en') }
}

/** Figures about persons are not told on: viewers read findings, and mails carry them. */
export function mayBeTold(fields: readonly Field[]): boolean {
  return !fields.some(isPersonal)
}
