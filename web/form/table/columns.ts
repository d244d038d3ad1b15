/** Which fields of a table are columns, how wide they are, and what a row is called where its fixed cells stand in front of it. */

import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { fixedFieldsOf } from '../../../functions/schema/answers/fixed-rows.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import { isNote } from '../../../functions/schema/fields/computed.ts'
import type { Field, Table } from '../../../functions/schema/form.ts'
import { rowNumber } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'

const known = new WeakMap<Table, readonly Field[]>()

/** All but the fixed ones, those that are never shown, and notes. */
export function columnsOf(table: Table): readonly Field[] {
  const columns = known.get(table)
  if (columns !== undefined) return columns
  const found = shownIn(table).filter((field) => !isNote(field))
  known.set(table, found)
  return found
}

/** Columns and the notes between them. */
export function shownIn(table: Table): readonly Field[] {
  const fixed = fixedFieldsOf(table)
  return table.fields.filter((field) => !fixed.has(field.id) && !(field.type === 'computed' && field.hidden))
}

/** The fields whose cells name a row within its group: the fixed ones, without the one that names the group. */
export function namingFields(table: Table, grouped: boolean): readonly Field[] {
  const fixed = (table.fixedRows?.by ?? []).slice(grouped ? 1 : 0).map(({ field }) => field)
  return table.fields.filter(({ id }) => fixed.includes(id))
}

/** `Namosain`, or for a free row `Baris 3`. */
export function rowName(table: Table, row: Row, index: number, grouped: boolean, context: AnswerContext): string {
  const naming = namingFields(table, grouped)
  if (naming.length === 0) return say(rowNumber(index))
  return naming.map((field) => formatValue(field, row.cells[field.id], language.value, context)).join(' · ')
}

/** Do so many rows belong together that a phone shows them in groups, one open at a time? */
export function isGrouped(table: Table): boolean {
  return (table.fixedRows?.by.length ?? 0) > 1
}

/** The columns in front that stay in sight: the row's number, or its fixed cells. */
export function frontWidths(table: Table): readonly number[] {
  const count = table.fixedRows?.by.length ?? 0
  return count === 0 ? [4] : count === 1 ? [18] : [10, 18]
}

/** The id of what is said about a table's active cell. */
export const barId = ({ id }: Table) => `bar-${id}`
