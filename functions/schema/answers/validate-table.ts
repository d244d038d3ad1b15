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
import { rowLimits, settleRow } from './settle-cells.ts'
import type { Settled } from './settled.ts'
import { cellRules, validateCells } from './validate-cells.ts'

/** What a table's rules look at besides its rows: the context, and the header's fields by id. */
type TableSetting = {
  readonly context: AnswerContext
  readonly named: ReadonlyMap<string, Field>
}

/** What is wrong in one row by itself, and what it has in common with a row that would repeat it. */
type RowVerdict = {
  readonly errors: readonly AnswerError[]
  readonly identity: string | undefined
  readonly sums: readonly AnswerError[]
}

/**
 * The rules of a table, prepared once. A row that was judged is not judged again while what is in force in it stays the same,
 * so after a change among a thousand rows only the changed ones cost anything. `header`: the settled header cells.
 */
type TableJudge = {
  readonly table: Table
  readonly demanded: ReadonlyMap<string, Row>
  readonly setting: TableSetting
  judge(row: Row, header: Cells): RowVerdict
}

export function tableJudge(table: Table, setting: TableSetting): TableJudge {
  const named = new Map([...setting.named, ...table.fields.map((field) => [field.id, field] as const)])
  const rules = cellRules(table.fields, named, setting.context, fixedFieldsOf(table))
  const demanded = new Map(fixedRowsOf(table, setting.context).map((row) => [row.rowKey, row]))
  const known = new WeakMap<Settled, RowVerdict>()
  return {
    table,
    demanded,
    setting,
    judge: (row, header) => {
      const settled = settleRow(table, row, header)
      const found = known.get(settled)
      if (found !== undefined) return found
      const at = `/rows/${table.id}/${row.rowKey}`
      const errors: AnswerError[] = []
      const sums: AnswerError[] = []
      if (table.fixedRows !== undefined) validateFixed(table, row, demanded.get(row.rowKey), errors)
      validateCells(at, rules, row.cells, settled, errors)
      validateSums(table, at, settled.cells, sums)
      const verdict = { errors, identity: identityOf(table, settled.cells), sums }
      known.set(settled, verdict)
      return verdict
    },
  }
}

type Given = { readonly rows: readonly Row[]; readonly header: Cells }

/** Adds the errors of a table to `errors`. */
export function validateTable(judge: TableJudge, { rows, header }: Given, errors: AnswerError[]): void {
  const { table, demanded, setting } = judge
  validateCount({ ...table, ...rowLimits(table, header) }, rows, errors)
  const keys = new Set<string>()
  const firsts = new Map<string, number>()
  rows.forEach((row, index) => {
    const at = `/rows/${table.id}/${row.rowKey}`
    if (keys.has(row.rowKey)) errors.push({ pointer: at, ...say.duplicateRowKey(table, row.rowKey) })
    keys.add(row.rowKey)
    const verdict = judge.judge(row, header)
    errors.push(...verdict.errors)
    validateRepetition(table, at, { identity: verdict.identity, index, firsts }, errors)
    errors.push(...verdict.sums)
  })
  ;[...demanded.values()].forEach((row, index) => {
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
function identityOf({ uniqueBy = [] }: Table, cells: Cells): string | undefined {
  if (uniqueBy.length === 0 || uniqueBy.some((id) => isBlank(cells[id]))) return undefined
  return JSON.stringify(uniqueBy.map((id) => cells[id]))
}

type Repetition = {
  readonly identity: string | undefined
  readonly index: number
  readonly firsts: Map<string, number>
}

function validateRepetition(table: Table, at: string, row: Repetition, errors: AnswerError[]): void {
  const { identity, index, firsts } = row
  if (identity === undefined) return
  const earlier = firsts.get(identity)
  if (earlier === undefined) {
    firsts.set(identity, index)
    return
  }
  const ids = table.uniqueBy ?? []
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
