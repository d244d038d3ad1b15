/**
 * Which fields are in force for these cells. A hidden field's value does not exist for any rule, and dropping it may hide
 * another field, so values are dropped until nothing changes; computed cells are then worked out again.
 * The result is the same however often it is repeated.
 */
import type { Answers, Cells, Row, Value } from '../answers.ts'
import type { Field, FormDefinition, Table } from '../form.ts'
import { isBlank, normalValue } from './absence.ts'
import { computeCell } from './compute.ts'
import { holds, namesIn, type Scope } from './condition.ts'
import type { AnswerContext } from './context.ts'
import { hasRules } from './has-rules.ts'
import type { RuledForm, Settled } from './settled.ts'

/** Settles header cells (without `header`) or a row's cells (with the settled header cells). */
function settleCells(fields: readonly Field[], cells: Cells, header?: Cells): Settled {
  const kept: Record<string, Value> = {}
  for (const field of fields) {
    const value = cells[field.id]
    if (field.type !== 'computed' && value !== undefined && !isBlank(value)) kept[field.id] = normalValue(value)
  }
  const scope: Scope = header === undefined ? { header: kept } : { row: kept, header }
  compute(fields, kept)
  const conditional = fields.filter((field) => field.visibleWhen !== undefined)
  let dropping = conditional.length > 0
  while (dropping) {
    dropping = false
    for (const field of conditional) {
      if (field.id in kept && !shown(field, scope)) {
        delete kept[field.id]
        dropping = true
      }
    }
    if (dropping) compute(fields, kept)
  }
  return { cells: kept, scope, visible: new Set(fields.filter((field) => shown(field, scope)).map(({ id }) => id)) }
}

const settledHeaders = new WeakMap<Cells, { readonly definition: FormDefinition; readonly settled: Settled }>()
const settledRows = new WeakMap<Row, { readonly table: Table; readonly header: Cells; readonly settled: Settled }>()

/** Of forms with rules of their own the settled header stands for all that was worked out with it. */
const ruledForms = new WeakMap<Cells, RuledForm>()

/** The header of the answers, settled. Answers are never altered, so the same cells are not settled again. */
export function settleHeader(definition: FormDefinition, answers: Answers, context: AnswerContext): Settled {
  if (hasRules(definition)) return settleRuled(definition, answers, context)
  const { fields } = answers
  const known = settledHeaders.get(fields)
  if (known !== undefined && known.definition === definition) return known.settled
  const settled = settleCells(definition.fields, fields)
  settledHeaders.set(fields, { definition, settled })
  return settled
}

function settleRuled(definition: FormDefinition, answers: Answers, context: AnswerContext): Settled {
  if (context.rules === undefined) throw new TypeError('rules')
  const form = context.rules.settle(definition, answers, context)
  ruledForms.set(form.header.cells, form)
  return form.header
}

const lookedAt = new WeakMap<Table, readonly string[]>()

/** Does a table with its rows look the same under both headers? Of a form with rules of its own only one and the same does. */
export function isSameFor(table: Table, one: Cells, other: Cells): boolean {
  if (one === other) return true
  if (ruledForms.has(one) || ruledForms.has(other)) return false
  let names = lookedAt.get(table)
  if (names === undefined) {
    names = [table, ...table.fields].flatMap(({ visibleWhen }) =>
      visibleWhen === undefined ? [] : namesIn(visibleWhen),
    )
    lookedAt.set(table, names)
  }
  return names.every((name) => one[name] === other[name])
}

/** The same for a row of a table: one that was settled under the same header is not settled again. */
export function settleRow(table: Table, row: Row, header: Cells): Settled {
  const ruled = ruledForms.get(header)
  if (ruled !== undefined) return ruled.row(table.id, row)
  const known = settledRows.get(row)
  if (known !== undefined && known.table === table && known.header === header) return known.settled
  const settled = settleCells(table.fields, row.cells, header)
  settledRows.set(row, { table, header, settled })
  return settled
}

function shown(field: Field, scope: Scope): boolean {
  return field.visibleWhen === undefined || holds(field.visibleWhen, scope)
}

function compute(fields: readonly Field[], cells: Record<string, Value>): void {
  for (const field of fields) {
    if (field.type !== 'computed') continue
    const value = computeCell(field, cells)
    if (value === undefined) delete cells[field.id]
    else cells[field.id] = value
  }
}

/** Is the table in force, given the settled header cells? */
export function isTableVisible(table: Table, header: Cells): boolean {
  const ruled = ruledForms.get(header)
  if (ruled !== undefined) return ruled.isVisible(table.id)
  return table.visibleWhen === undefined || holds(table.visibleWhen, { header })
}

/** The rows of a table that count: those given, or none while the table is hidden. */
export function rowsInForce(table: Table, answers: Answers, header: Cells): readonly Row[] {
  return isTableVisible(table, header) ? (answers.rows[table.id] ?? []) : []
}

/** How many rows a table must and may have, under the settled header. */
export function rowLimits(table: Table, header: Cells): { readonly minRows: number; readonly maxRows: number } {
  const count = ruledForms.get(header)?.count(table.id)
  return count === undefined ? table : { minRows: count, maxRows: count }
}
