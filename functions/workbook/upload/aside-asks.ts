/** Questions about what is no row, and about tables that the answers hide. */
import { applyChanges } from '../../domain/workbook/apply-changes.ts'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { holds } from '../../schema/answers/condition.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import type { Cells } from '../../schema/answers.ts'
import type { WorkbookAsk } from '../../schema/workbook.ts'
import { derivedKey } from '../cells/fingerprint.ts'
import { nothing, type Option, only, sheetOf } from './ask-options.ts'
import * as say from './ask-words.ts'
import type { HeaderChanges } from './compare-header.ts'
import type { FileRow } from './file-row.ts'
import { firstCellOf } from './limit-rows.ts'
import { cellsOf, contentOf } from './match-rows.ts'
import type { TableChanges } from './table-changes.ts'

export function asideAsks({ table, read }: TableChanges): WorkbookAsk[] {
  const times = new Map<string, number>()
  const keyOf = (cells: Cells) => {
    const content = contentOf(cells)
    const nth = times.get(content) ?? 0
    times.set(content, nth + 1)
    return derivedKey(table.id, 'aside', content, nth)
  }
  const asked = new Map<string, FileRow['of']>()
  return read.flatMap(({ aside }) =>
    aside.flatMap(({ kind, rows: all }): WorkbookAsk[] => {
      // Equal lines on further sheets are the same line.
      const rows = all.filter(({ of, marks }) => (asked.get(marks) ?? of) === of)
      for (const { of, marks } of rows) asked.set(marks, of)
      const [first] = rows
      if (first === undefined) return []
      const added = rows.map(cellsOf).map((cells) => ({ rowKey: keyOf(cells), cells }))
      const places = rows.map((row) => firstCellOf(row).cell)
      const options = [nothing(say.leaveOut), only(say.takeAsRows, { tableId: table.id, added })]
      const shown = places.length > 6 ? `${places.slice(0, 5).join(', ')} … ${places.at(-1)}` : places.join(', ')
      return [
        {
          ...firstCellOf(first),
          id: `aside:${table.id}:${kind}:${first.of.sheet.name}:${first.row}`,
          kind: 'aside',
          about: shown,
          message: say.aside(kind, rows.length),
          options,
          chosen: 0,
        },
      ]
    }),
  )
}

/** A table that the answers hide while the file fills it: told as stored, it would be shown nowhere and sent as nothing. */
export function hiddenAsks(
  subject: WorkbookSubject,
  header: HeaderChanges,
  tables: readonly TableChanges[],
): WorkbookAsk[] {
  if (subject.isList) return []
  const { fields: before, rows } = subject.answers
  const { fields } = applyChanges(subject.answers, { fields: header.cells, tables: [] })
  return tables.flatMap((changes): WorkbookAsk[] => {
    const { table, added, changed, removed, revived } = changes
    const { visibleWhen } = table
    if (visibleWhen === undefined || holds(visibleWhen, { header: fields })) return []
    const stay = (rows[table.id]?.length ?? 0) - removed.length
    // The file hides rows that are there already.
    const isHiding = stay > 0 && table.fixedRows === undefined && holds(visibleWhen, { header: before })
    if (!isHiding && added.length + changed.length + revived.length === 0) return []
    const shows = 'field' in visibleWhen && 'is' in visibleWhen ? visibleWhen : undefined
    const field = subject.definition.fields.find(({ id }) => id === shows?.field)
    const [value] = shows?.is ?? []
    const label = (language: 'id' | 'en') =>
      field === undefined || value === undefined ? '' : formatValue(field, value, language, subject.context)
    const now = field === undefined ? '' : formatValue(field, fields[field.id], subject.language, subject.context)
    const show: Option[] =
      field === undefined || value === undefined
        ? []
        : [
            {
              ...nothing(say.answerInstead(field.label, { id: label('id'), en: label('en') })),
              fields: { [field.id]: value },
            },
          ]
    const options = [...show, { ...nothing(say.leaveTableOut), leavesOut: [table.id] }]
    const about = table.title[subject.language]
    const told = isHiding ? stay + added.length : added.length + changed.length
    const message = say.hidden(field?.label, now, told)
    return [{ ...sheetOf(changes), id: `hidden:${table.id}`, kind: 'hidden', about, message, options, chosen: null }]
  })
}
