/** Which fields of a table are columns, and what a row is called where its fixed cells stand in front of it. */

import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { fixedFieldsOf } from '../../../functions/schema/answers/fixed-rows.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import type { Field, Table } from '../../../functions/schema/form.ts'
import { rowNumber } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'

/** All but the fixed ones. */
export function columnsOf(table: Table): readonly Field[] {
  const fixed = fixedFieldsOf(table)
  return table.fields.filter(({ id }) => !fixed.has(id))
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

/** Are the rows shown in groups, one open at a time? */
export function isGrouped(table: Table): boolean {
  return (table.fixedRows?.by.length ?? 0) > 1
}

/** The id of a column's definition; its inputs point to it. */
export function columnHintId(table: Table, field: Field): string {
  return `hint-${table.id}-${field.id}`
}
