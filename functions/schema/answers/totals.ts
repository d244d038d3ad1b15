/**
 * Sums that a page's footer, a receipt and a mail state. Whole numbers only (counts and rupiah), so the sums are exact up
 * to 2^53; absences and blanks add nothing.
 */
import type { Answers } from '../answers.ts'
import type { Field, FormDefinition } from '../form.ts'
import type { Totals } from '../round.ts'
import type { AnswerContext } from './context.ts'
import { rowsInForce, settleHeader, settleRow } from './settle-cells.ts'

export const isSummed = (field: Field) => 'total' in field && field.total === true

/** Sums of the fields marked `total`, by `<table>.<field>`, e.g. `penandaan.paguDitandai`. Values of hidden fields do not count. */
export function totalsOf(definition: FormDefinition, answers: Answers, context: AnswerContext): Totals {
  const header = settleHeader(definition, answers, context).cells
  const totals: Totals = {}
  for (const table of definition.tables) {
    const summed = table.fields.filter(isSummed)
    if (summed.length === 0) continue
    const sums = new Map(summed.map(({ id }) => [id, 0]))
    for (const row of rowsInForce(table, answers, header)) {
      const { cells } = settleRow(table, row, header)
      for (const [id, sum] of sums) {
        const value = cells[id]
        if (typeof value === 'number') sums.set(id, sum + value)
      }
    }
    for (const [id, sum] of sums) totals[`${table.id}.${id}`] = sum
  }
  return totals
}

/** How many rows the answers hold, over the form's tables. */
export function rowCount(definition: FormDefinition, answers: Answers, context: AnswerContext): number {
  const header = settleHeader(definition, answers, context).cells
  return definition.tables.reduce((count, table) => count + rowsInForce(table, answers, header).length, 0)
}
