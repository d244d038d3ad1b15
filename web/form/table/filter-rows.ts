/** Works out which rows a person wants to see, and in which order; row-view.ts says why it is done once. */
import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Row, Value } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import type { Language } from '../../../functions/schema/wording.ts'
import { rowState } from '../model/row-progress.ts'
import type { GridState } from './grid-state.ts'
import type { RowView } from './row-view.ts'

export type RowFilter = {
  readonly show: 'all' | 'wrong' | 'unfinished' | 'commented'
  readonly search: string
  /** A value of the first fixed field: one kelurahan. */
  readonly group: string
  /** A field's id, or blank for the stored order. */
  readonly sortBy: string
  readonly descending: boolean
}
export const noFilter: RowFilter = { show: 'all', search: '', group: '', sortBy: '', descending: false }

/** `undefined` when all rows are shown as they are stored. */
export function filterRows(state: GridState, filter: RowFilter, language: Language): RowView | undefined {
  if (filter.show === 'all' && filter.search.trim() === '' && filter.group === '' && filter.sortBy === '')
    return undefined
  const rows = state.all.peek()
  const context = state.model.context.peek()
  const shown = rows.filter((row) => isShown(state, row, filter) && isFound(state, row, filter.search, language))
  const field = state.table.fields.find(({ id }) => id === filter.sortBy)
  const sorted = field === undefined ? shown : sortRows(state, shown, { field, filter, language, context })
  return { keys: sorted.map(({ rowKey }) => rowKey), known: new Set(rows.map(({ rowKey }) => rowKey)) }
}

function isShown({ model, table }: GridState, row: Row, { show, group }: RowFilter): boolean {
  const by = table.fixedRows?.by[0]?.field
  if (group !== '' && by !== undefined && row.cells[by] !== group) return false
  const at = `/rows/${table.id}/${row.rowKey}`
  switch (show) {
    case 'all':
      return true
    case 'wrong':
      return model.errorsIn.peek().has(`${table.id}/${row.rowKey}`)
    case 'unfinished':
      return rowState(table, row, model.header.peek()) !== 'done'
    case 'commented':
      return [...model.comments.keys()].some((pointer) => pointer === at || pointer.startsWith(`${at}/`))
  }
}

/** Every word must stand somewhere in the row, as it is shown or as it is stored. */
function isFound({ model, table }: GridState, row: Row, search: string, language: Language): boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const context = model.context.peek()
  const text = table.fields
    .map((field) => `${formatValue(field, row.cells[field.id], language, context)} ${row.cells[field.id] ?? ''}`)
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}

type Order = {
  readonly field: Field
  readonly filter: RowFilter
  readonly language: Language
  readonly context: AnswerContext
}

/** Blanks and absences come last in both directions; equal rows keep their stored order. */
function sortRows(
  { model, table }: GridState,
  rows: readonly Row[],
  { field, filter, language, context }: Order,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const sign = filter.descending ? -1 : 1
  const valued = rows.map((row, index) => {
    const value = settleRow(table, row, model.header.peek()).cells[field.id]
    return { row, index, value, text: formatValue(field, value, language, context) }
  })
  const isEmpty = (value: Value | undefined) => value === undefined || absenceOf(value) !== undefined
  return valued
    .sort((a, b) => {
      if (isEmpty(a.value) !== isEmpty(b.value)) return isEmpty(a.value) ? 1 : -1
      const byValue =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : field.type === 'date'
            ? collator.compare(String(a.value), String(b.value))
            : collator.compare(a.text, b.text)
      return sign * byValue || a.index - b.index
    })
    .map(({ row }) => row)
}
