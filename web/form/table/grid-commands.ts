/** What can be done with the selected cells: copy, clear, fill down, paste. Fetched after the table is drawn. */
import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import { choiceOf } from '../../../functions/schema/answers/choices.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Value } from '../../../functions/schema/answers.ts'
import { matchName } from '../../../functions/schema/fields/grammar/choice.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { formatAbsence } from '../../../functions/schema/formats.ts'
import type { Language } from '../../../functions/schema/wording.ts'
import { language } from '../../wording/language.ts'
import type { Change } from '../model/edit-answers.ts'
import { formatBlock } from '../model/text-block.ts'
import type { GridState, Range } from './grid-state.ts'

/** The selection as spreadsheets take it, and as this table reads it back. */
export function copyCells(state: GridState): string | undefined {
  const range = state.range.peek()
  if (range === undefined) return undefined
  const { model, table } = state
  const columns = state.columns.slice(range.left, range.right + 1)
  const context = model.context.peek()
  const rows = state.rows.peek().slice(range.top, range.bottom + 1)
  return formatBlock(
    rows.map((row) => {
      const settled = settleRow(table, row, model.header.peek()).cells
      return columns.map((field) =>
        copyText(field, (field.type === 'computed' ? settled : row.cells)[field.id], language.peek(), context),
      )
    }),
  )
}

/** A value as text that is read back as the same value. */
export function copyText(field: Field, value: Value | undefined, inLanguage: Language, context: AnswerContext): string {
  const absence = absenceOf(value)
  if (absence !== undefined) return formatAbsence(absence, inLanguage)
  if (typeof value === 'number') return inLanguage === 'id' ? String(value).replace('.', ',') : String(value)
  if (Array.isArray(value)) return value.map((each) => nameOf(field, each, inLanguage, context)).join('; ')
  return typeof value === 'string' && field.type === 'choice'
    ? nameOf(field, value, inLanguage, context)
    : (value ?? '').toString()
}

/** The label, unless it does not lead back to this choice. */
function nameOf(field: Field, value: string, inLanguage: Language, context: AnswerContext): string {
  const label = choiceOf(field, value, context)?.label[inLanguage] ?? value
  const safe = !/[;\n]/.test(label) && matchName(field, label, context) === value
  return safe ? label : value
}

export function clearCells(state: GridState): void {
  const range = state.range.peek()
  if (range !== undefined) state.model.setMany(cellsOf(state, range).map((place) => ({ place, value: undefined })))
}

/** The first row of the selection goes into all rows beneath it; a single cell takes the one above it. */
export function fillDown(state: GridState): void {
  const range = state.range.peek()
  if (range === undefined) return
  const single = range.top === range.bottom
  const source = state.rows.peek()[single ? range.top - 1 : range.top]
  if (source === undefined) return
  const target = single ? range : { ...range, top: range.top + 1 }
  state.model.setMany(cellsOf(state, target).map((place): Change => ({ place, value: source.cells[place.field] })))
}

function cellsOf(state: GridState, { top, bottom, left, right }: Range) {
  const fields = state.columns.slice(left, right + 1).filter(({ type }) => type !== 'computed')
  return state.rows
    .peek()
    .slice(top, bottom + 1)
    .flatMap(({ rowKey }) => fields.map((field) => ({ table: state.table.id, rowKey, field: field.id })))
}
