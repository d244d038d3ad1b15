/** Which notes of a row are read with which of its cells, where the row stands in a table: those before it, and after the last. */
import { isNote } from '../../../functions/schema/fields/computed.ts'
import type { Field, Table } from '../../../functions/schema/form.ts'
import { shownIn } from './columns.ts'

export function notesBeside(table: Table, { id }: Field): readonly Field[] {
  const shown = shownIn(table)
  const at = shown.findIndex((field) => field.id === id)
  const after = shown.slice(at + 1)
  let from = at
  for (let before = shown[from - 1]; before !== undefined && isNote(before); before = shown[from - 1]) from -= 1
  return [...shown.slice(from, at), ...(after.every(isNote) ? after : [])]
}
