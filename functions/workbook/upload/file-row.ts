/** A row of the file: where it stands, what its cells are read as, and the marks by which it is compared. */
import type { Field } from '../../schema/form.ts'
import type { ReadCell } from '../cells/cell-codec.ts'
import type { TableSheet } from './recognise.ts'

export type FileCell = ReadCell & { readonly column: number }
export type FileRow = {
  readonly of: TableSheet
  readonly row: number
  readonly cells: ReadonlyMap<Field, FileCell>
  /** Of all fields of the table that can have a column, in their order. */
  readonly marks: string
  /** As it stands in the column of keys; checked where rows are matched. */
  readonly key: string | undefined
}

export function isDashCell(cell: FileCell | undefined): boolean {
  return cell?.notices?.some(({ code }) => code === 'dash') ?? false
}
