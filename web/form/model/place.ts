/**
 * Where an answer stands: a header field, or a cell of a row. A place, its RFC 6901 pointer and the id of its input say the
 * same; the error summary, comments and conflicts all find their input by it.
 */
import type { Answers, Value } from '../../../functions/schema/answers.ts'

export type Place =
  | { readonly field: string; readonly table?: undefined; readonly rowKey?: undefined }
  | { readonly field: string; readonly table: string; readonly rowKey: string }

/** What a pointer names: a place, a whole row, a whole table, or nothing this form has. */
export type Target = { readonly table?: string; readonly rowKey?: string; readonly field?: string }

export function pointerOf({ table, rowKey, field }: Place): string {
  return table === undefined ? `/fields/${field}` : `/rows/${table}/${rowKey}/${field}`
}

/** Ids and row keys hold no `/` or `~`, so a pointer needs no unescaping. */
export function targetOf(pointer: string): Target {
  const [, part, first, second, third] = pointer.split('/')
  if (part === 'fields' && first !== undefined) return { field: first }
  if (part !== 'rows' || first === undefined) return {}
  return {
    table: first,
    ...(second === undefined ? {} : { rowKey: second }),
    ...(third === undefined ? {} : { field: third }),
  }
}

/** The place of a cell's pointer. */
export function placeOf(pointer: string): Place {
  const { table, rowKey, field = '' } = targetOf(pointer)
  return table === undefined || rowKey === undefined ? { field } : { table, rowKey, field }
}

/** The id of the element for a pointer. */
export function elementId(pointer: string): string {
  return `at${pointer.replace(/\//g, '-')}`
}

/** The value at a place; `undefined` when blank or when the row is gone. */
export function valueAt(answers: Answers, place: Place): Value | undefined {
  if (place.table === undefined) return answers.fields[place.field]
  return answers.rows[place.table]?.find(({ rowKey }) => rowKey === place.rowKey)?.cells[place.field]
}
