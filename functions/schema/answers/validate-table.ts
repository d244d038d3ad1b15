/**
 * Rules over the rows of one table: their number, their keys, the rows that must be there, repetitions and sums, besides the
 * rules of each cell. A fixed table's rows come from the reference lists; what is not among them is foreign.
 */
import type { AnswerError, Cells, Row } from '../answers.ts'
import type { Field, Table } from '../form.ts'
import { isBlank } from './absence.ts'
import type { AnswerContext } from './context.ts'
import { fixedFieldsOf, fixedRowsOf } from './fixed-rows.ts'
import { rowLabel } from './row-label.ts'
import * as say from './row-messages.ts'
import { settleCells } from './settle-cells.ts'
import { cellRules, validateCells } from './validate-cells.ts'

/** What a table's rules look at besides its rows: settled header cells, and the header's fields by id. */
export type TableSetting = {
  readonly context: AnswerContext
  readonly header: Cells
  readonly named: ReadonlyMap<string, Field>
}

/** Adds the errors of a table to `errors`. */
export function validateTable(table: Table, rows: readonly Row[], setting: TableSetting, errors: AnswerError[]): void {
  const named = new Map([...setting.named, ...table.fields.map((field) => [field.id, field] as const)])
  const rules = cellRules(table.fields, named, setting.context, fixedFieldsOf(table))
  validateCount(table, rows, errors)
  const fixed = new Map(fixedRowsOf(table, setting.context).map((row) => [row.rowKey, row]))
  const keys = new Set<string>()
  const firsts = new Map<string, number>()
  rows.forEach((row, index) => {
    const at = `/rows/${table.id}/${row.rowKey}`
    if (keys.has(row.rowKey)) errors.push({ pointer: at, ...say.duplicateRowKey(table, row.rowKey) })
    keys.add(row.rowKey)
    if (table.fixedRows !== undefined) validateFixed(table, row, fixed.get(row.rowKey), errors)
    const settled = settleCells(table.fields, row.cells, setting.header)
    validateCells(at, rules, row.cells, settled, errors)
    validateRepetition(table, at, settled.cells, index, firsts, errors)
    validateSums(table, at, settled.cells, errors)
  })
  ;[...fixed.values()].forEach((row, index) => {
    if (keys.has(row.rowKey)) return
    const name = rowLabel(table, row, index, setting.context)
    errors.push({ pointer: `/rows/${table.id}/${row.rowKey}`, ...say.fixedRowMissing(table, name) })
  })
}

function validateCount(table: Table, rows: readonly Row[], errors: AnswerError[]): void {
  const pointer = `/rows/${table.id}`
  if (rows.length < table.minRows) errors.push({ pointer, ...say.tooFewRows(table, rows.length) })
  if (rows.length > table.maxRows) errors.push({ pointer, ...say.tooManyRows(table, rows.length) })
}

function validateFixed(table: Table, row: Row, demanded: Row | undefined, errors: AnswerError[]): void {
  const at = `/rows/${table.id}/${row.rowKey}`
  if (demanded === undefined) {
    errors.push({ pointer: at, ...say.fixedRowForeign(table) })
    return
  }
  for (const field of table.fields) {
    const expected = demanded.cells[field.id]
    if (expected !== undefined && row.cells[field.id] !== expected) {
      errors.push({ pointer: `${at}/${field.id}`, ...say.fixedCellChanged(field, String(expected)) })
    }
  }
}

/** Rows with a blank among the distinguishing cells are not yet comparable. */
function validateRepetition(
  table: Table,
  at: string,
  cells: Cells,
  index: number,
  firsts: Map<string, number>,
  errors: AnswerError[],
): void {
  const ids = table.uniqueBy ?? []
  if (ids.length === 0 || ids.some((id) => isBlank(cells[id]))) return
  const identity = JSON.stringify(ids.map((id) => cells[id]))
  const earlier = firsts.get(identity)
  if (earlier === undefined) {
    firsts.set(identity, index)
    return
  }
  const fields = table.fields.filter(({ id }) => ids.includes(id))
  errors.push({ pointer: `${at}/${ids[0]}`, ...say.duplicateRow(fields, earlier) })
}

function validateSums(table: Table, at: string, cells: Cells, errors: AnswerError[]): void {
  for (const { sum, atMost, message } of table.sumLimits ?? []) {
    const limit = cells[atMost]
    const total = sum.reduce((subtotal, id) => {
      const value = cells[id]
      return typeof value === 'number' ? subtotal + value : subtotal
    }, 0)
    if (typeof limit === 'number' && total > limit) {
      errors.push({ pointer: `${at}/${sum[0]}`, code: 'sum-too-large', message })
    }
  }
}
