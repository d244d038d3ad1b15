/**
 * Texts that stand where an answer should be: a word in an amount, a day that is in no calendar, a name that is in no list.
 * They are kept in the draft as they were typed, on the server too, are shown with their error, and keep the form from being
 * sent. So nothing typed or pasted is ever lost, and undo, merge and autosave treat it like any other cell.
 */

import type { Cells, Row, Value } from '../answers.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Field } from '../form.ts'
import type { AnswerContext } from './context.ts'

/** The text, if the value is one that could not be read as an answer of this field. */
function unreadableText(field: Field, value: Value | undefined, context: AnswerContext): string | undefined {
  if (typeof value !== 'string') return undefined
  return kindOf(field).answers(field, value, context) ? undefined : value
}

export type Unreadable = { readonly pointer: string; readonly field: Field; readonly text: string }

/** All of them in one set of cells. */
export function unreadableCells(
  at: string,
  fields: readonly Field[],
  cells: Cells,
  context: AnswerContext,
): readonly Unreadable[] {
  return fields.flatMap((field) => {
    const text = unreadableText(field, cells[field.id], context)
    return text === undefined ? [] : [{ pointer: `${at}/${field.id}`, field, text }]
  })
}

/** The same for rows, looking again only at those that changed. */
export function createRowReader(): (
  at: string,
  fields: readonly Field[],
  row: Row,
  context: AnswerContext,
) => readonly Unreadable[] {
  let known = new WeakMap<Row, readonly Unreadable[]>()
  let judgedBy: AnswerContext | undefined
  return (at, fields, row, context) => {
    if (judgedBy !== context) known = new WeakMap()
    judgedBy = context
    const found = known.get(row) ?? unreadableCells(`${at}/${row.rowKey}`, fields, row.cells, context)
    known.set(row, found)
    return found
  }
}
