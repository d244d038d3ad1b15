/**
 * Sorting and filtering are a view: the stored order stays as it is. The order is taken once, when somebody asks for it, so
 * that a row never jumps away or vanishes under the hands of the person who is correcting it. Rows that come later stand at the end.
 */
import type { Row } from '../../../functions/schema/answers.ts'

/** `keys` are shown, in this order; `known` were there when the view was taken. */
export type RowView = { readonly keys: readonly string[]; readonly known: ReadonlySet<string> }

export function applyView(rows: readonly Row[], view: RowView | undefined): readonly Row[] {
  if (view === undefined) return rows
  const byKey = new Map(rows.map((row) => [row.rowKey, row]))
  const shown = view.keys.flatMap((key) => byKey.get(key) ?? [])
  return [...shown, ...rows.filter(({ rowKey }) => !view.known.has(rowKey))]
}
