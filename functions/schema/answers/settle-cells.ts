/**
 * Which fields are in force for these cells. A hidden field's value does not exist for any rule, and dropping it may hide
 * another field, so values are dropped until nothing changes; computed cells are then worked out again.
 * The result is the same however often it is repeated.
 */
import type { Answers, Cells, Row, Value } from '../answers.ts'
import type { Field, FormDefinition, Table } from '../form.ts'
import { isBlank, normalValue } from './absence.ts'
import { computeCell } from './compute.ts'
import { holds, type Scope } from './condition.ts'

/**
 * `cells`: what is in force, computed cells included; `visible`: the ids of the fields to show and count; `scope`: what
 * rules of these fields look at. Cells whose field the form does not know are left out.
 */
export type Settled = { readonly cells: Cells; readonly visible: ReadonlySet<string>; readonly scope: Scope }

/** Settles header cells (without `header`) or a row's cells (with the settled header cells). */
export function settleCells(fields: readonly Field[], cells: Cells, header?: Cells): Settled {
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

/** The header of the answers, settled. Answers are never altered, so the same cells are not settled again. */
export function settleHeader(definition: FormDefinition, { fields }: Answers): Settled {
  const known = settledHeaders.get(fields)
  if (known !== undefined && known.definition === definition) return known.settled
  const settled = settleCells(definition.fields, fields)
  settledHeaders.set(fields, { definition, settled })
  return settled
}

/** The same for a row of a table: under the same header a row are never altered, so one that was settled under the same header is not settled again. */
export function settleRow(table: Table, row: Row, header: Cells): Settled {
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
  return table.visibleWhen === undefined || holds(table.visibleWhen, { header })
}

/** The rows of a table that count: those given, or none while the table is hidden. */
export function rowsInForce(table: Table, answers: Answers, header: Cells): readonly Row[] {
  return isTableVisible(table, header) ? (answers.rows[table.id] ?? []) : []
}
