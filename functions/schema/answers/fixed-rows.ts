/**
 * Rows that a form demands: one per reference entry of the agency, or one per pair of two lists. Their keys are composed
 * from the entries, so that a draft, an upload and the next revision all speak of the same row.
 */
import type { Row } from '../answers.ts'
import type { Table } from '../form.ts'
import { entriesOf } from './choices.ts'
import type { AnswerContext } from './context.ts'

/** The key of the fixed row for these values: `53.71.01.1001` and `ind-01` give `53-71-01-1001-ind-01`. */
export function fixedRowKey(values: readonly string[]): string {
  return values.map((value) => value.replace(/[^A-Za-z0-9]+/g, '-')).join('-')
}

/** The demanded rows, holding their fixed cells only, in the order of the lists; empty for a free table. */
export function fixedRowsOf(table: Table, context: AnswerContext): readonly Row[] {
  const [first, second] = table.fixedRows?.by ?? []
  if (first === undefined) return []
  return entriesOf(first.reference, context).flatMap(({ value }) => {
    if (second === undefined) return [{ rowKey: fixedRowKey([value]), cells: { [first.field]: value } }]
    return entriesOf(second.reference, context).map((other) => ({
      rowKey: fixedRowKey([value, other.value]),
      cells: { [first.field]: value, [second.field]: other.value },
    }))
  })
}

/** The fields whose cells the form fixes: nobody answers them, so they are neither expected nor editable. */
export function fixedFieldsOf(table: Table): ReadonlySet<string> {
  return new Set((table.fixedRows?.by ?? []).map(({ field }) => field))
}
