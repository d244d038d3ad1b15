/** The rows of a recognised sheet as answers, each with its place in the file. Rows without any content are left out. */
import type { Flaw } from '../../schema/fields/unread.ts'
import type { Field } from '../../schema/form.ts'
import { isEmpty } from '../book.ts'
import type { ReadCell } from '../cells/cell-codec.ts'
import type { Codecs } from '../template/manifest.ts'
import type { TableSheet } from './recognise.ts'

export type FileCell = ReadCell & { readonly column: number }
export type FileRow = {
  readonly row: number
  readonly cells: ReadonlyMap<Field, FileCell>
  /** As it stands in the column of keys; checked where rows are matched. */
  readonly key: string | undefined
}
/** A flaw of one cell, before anything is known about the answers. */
export type CellFlaw = Flaw & { readonly row: number; readonly column: number; readonly field: Field }

export function readRows({ sheet, headerRow, columns, keyColumn }: TableSheet, codecs: Codecs): FileRow[] {
  const rows: FileRow[] = []
  for (let row = headerRow + 1; row < sheet.rows.length; row += 1) {
    const line = sheet.rows[row]
    if (line === undefined) continue
    let hasContent = false
    for (const column of columns.keys()) hasContent ||= !isEmpty(line[column])
    if (!hasContent) continue
    const cells = new Map<Field, FileCell>()
    for (const [column, field] of columns) {
      const read = codecs.get(field)?.read(line[column])
      if (read !== undefined) cells.set(field, { ...read, column })
    }
    const key = keyColumn === undefined ? undefined : line[keyColumn]
    rows.push({ row, cells, key: typeof key === 'string' && key !== '' ? key : undefined })
  }
  return rows
}
