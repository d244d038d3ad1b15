/**
 * Facts of a chosen reference entry that spare typing: a sub-activity code brings its name, unit and indicator, an indicator
 * its usual source. Only empty cells are filled; what somebody typed is never replaced.
 */
import type { Cells, Row, Value } from '../answers.ts'
import type { Field, Table } from '../form.ts'
import { isBlank } from './absence.ts'
import { entriesOf, referenceOf } from './choices.ts'
import type { AnswerContext } from './context.ts'

/** The row's cells with empty ones filled from the facts of the entries chosen in it. Call it after a cell changed. */
export function prefillCells(table: Table, cells: Cells, context: AnswerContext): Cells {
  return prefillRows(table, [{ rowKey: 'one', cells }], context)[0]?.cells ?? cells
}

/** The same for many rows, looking each list up once. */
export function prefillRows(table: Table, rows: readonly Row[], context: AnswerContext): Row[] {
  const fillable = new Map(table.fields.filter(isFillable).map((field) => [field.id, field]))
  const sources = table.fields.flatMap((field) => {
    const reference = field.type === 'choices' ? undefined : referenceOf(field)
    if (reference === undefined) return []
    const facts = entriesOf(reference, context).flatMap(({ value, facts }) => (facts ? [[value, facts] as const] : []))
    return facts.length === 0 ? [] : [{ id: field.id, facts: new Map(facts) }]
  })
  return rows.map(({ rowKey, cells }) => {
    const filled: Record<string, Value> = { ...cells }
    for (const { id, facts } of sources) {
      const value = filled[id]
      if (typeof value !== 'string') continue
      for (const [name, fact] of Object.entries(facts.get(value.trim()) ?? {})) {
        const field = fillable.get(name)
        if (field !== undefined && isBlank(filled[name])) filled[name] = factValue(field, fact)
      }
    }
    return { rowKey, cells: filled }
  })
}

/** Facts are texts; a sum of money among them is a number in its cell. */
function factValue(field: Field, fact: string): Value {
  return field.type === 'rupiah' && /^\d+$/.test(fact) ? Number(fact) : fact
}

function isFillable({ type }: Field): boolean {
  return type === 'text' || type === 'choice' || type === 'date' || type === 'url' || type === 'rupiah'
}
