/** A dash may stand for nothing, for zero, or for one of the ways to answer without a value: asked about once a column. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { dashMeanings } from '../../schema/answers/read-typed.ts'
import type { Value } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'
import type { WorkbookAsk } from '../../schema/workbook.ts'
import { cellName } from '../book.ts'
import { dash } from './ask-words.ts'
import type { TableChanges } from './compare-table.ts'
import type { FileRow } from './file-row.ts'

export function dashAsks({ isList, language }: WorkbookSubject, changes: TableChanges): WorkbookAsk[] {
  if (isList) return []
  const rows = [
    ...changes.added.map(({ file, rowKey }) => ({ file, rowKey, touched: undefined })),
    ...changes.changed.map(({ file, rowKey, cells }) => ({ file, rowKey, touched: cells })),
  ]
  const columns = new Map<Field, { file: FileRow; rowKey: string }[]>()
  for (const { file, rowKey, touched } of rows) {
    for (const [field, { notices }] of file.cells) {
      const isTaken = touched === undefined || field.id in touched
      if (isTaken && notices?.some(({ code }) => code === 'dash')) {
        columns.set(field, [...(columns.get(field) ?? []), { file, rowKey }])
      }
    }
  }
  const inOrder = [...columns].sort(([a], [b]) => changes.table.fields.indexOf(a) - changes.table.fields.indexOf(b))
  return inOrder.flatMap(([field, cells]): WorkbookAsk[] => {
    const [first] = cells
    if (first === undefined) return []
    const options = dashMeanings(field).map(({ label, value }) => ({
      label,
      fields: {},
      tables: [
        {
          tableId: changes.table.id,
          added: [],
          changed: cells.map(({ rowKey }) => ({ rowKey, cells: { [field.id]: value as Value | null } })),
          removed: [],
        },
      ],
    }))
    const column = first.file.cells.get(field)?.column ?? 0
    return [
      {
        sheet: first.file.of.sheet.name,
        cell: cellName(first.file.row, column),
        id: `dash:${changes.table.id}:${field.id}`,
        kind: 'dash',
        about: field.label[language],
        message: dash(cells.length),
        options,
        chosen: options.length === 1 ? 0 : null,
      },
    ]
  })
}
