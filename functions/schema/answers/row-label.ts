/**
 * What a row is called in messages and digests: its number and what it is about, "Baris 3 · Alak".
 */
import type { Row } from '../answers.ts'
import { isNote } from '../fields/computed.ts'
import type { Table } from '../form.ts'
import { isPersonal } from '../personal.ts'
import type { Wording } from '../wording.ts'
import type { AnswerContext } from './context.ts'
import { formatValue } from './format-value.ts'

/** `index` counts from 0 in the table's order. Fixed rows are named by their fixed cells, others by their first field. Nobody is named by it. */
export function rowLabel(table: Table, row: Row, index: number, context: AnswerContext): Wording {
  const naming =
    table.fixedRows?.by.map(({ field }) => field) ??
    table.fields
      .filter((field) => !isNote(field))
      .slice(0, 1)
      .map(({ id }) => id)
  const fields = table.fields.filter((field) => naming.includes(field.id) && !isPersonal(field))
  const say = (language: 'id' | 'en') => {
    const names = fields.map((field) => formatValue(field, row.cells[field.id], language, context))
    return [`${language === 'id' ? 'Baris' : 'Row'} ${index + 1}`, ...names.filter((name) => name !== '')].join(' · ')
  }
  return { id: say('id'), en: say('en') }
}
