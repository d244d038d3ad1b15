/**
 * What follows from a choice: a sub-activity code brings its name and indicator. When the choice is changed, facts of the old
 * one that nobody has altered give way to those of the new one; what somebody typed is never replaced.
 */

import { entriesOf, referenceOf } from '../../../functions/schema/answers/choices.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { prefillCells } from '../../../functions/schema/answers/prefill.ts'
import type { Answers, Cells } from '../../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../../functions/schema/form.ts'
import { editAnswers } from './edit-answers.ts'
import type { Place } from './place.ts'

/** `after` with the facts filled in that the changed cell brings; `before` is the state before the change. */
export function withPrefill(
  definition: FormDefinition,
  before: Answers,
  after: Answers,
  { table: id, rowKey, field: changed }: Place,
  context: AnswerContext,
): Answers {
  const table = definition.tables.find((each) => each.id === id)
  const field = table?.fields.find((each) => each.id === changed)
  const row = after.rows[id ?? '']?.find((each) => each.rowKey === rowKey)
  if (table === undefined || field === undefined || row === undefined || id === undefined) return after
  const reference = referenceOf(field)
  if (reference === undefined || field.type === 'choices') return after
  const old = before.rows[id]?.find((each) => each.rowKey === rowKey)?.cells ?? {}
  const filled = prefillCells(table, withoutFacts(field, reference, old, row.cells, context), context)
  const changes = Object.keys({ ...row.cells, ...filled })
    .filter((name) => filled[name] !== row.cells[name])
    .map((name) => ({ place: { table: id, rowKey: row.rowKey, field: name }, value: filled[name] }))
  return changes.length === 0 ? after : editAnswers(after, { do: 'set', changes })
}

/** The cells without those that still hold the old entry's facts; only once a new entry is chosen. */
function withoutFacts(field: Field, reference: string, old: Cells, cells: Cells, context: AnswerContext): Cells {
  const entries = entriesOf(reference, context)
  const chosen = cells[field.id]
  const left = old[field.id]
  if (chosen === left || !entries.some(({ value }) => value === chosen)) return cells
  const facts = entries.find(({ value }) => value === left)?.facts ?? {}
  return Object.fromEntries(Object.entries(cells).filter(([name, value]) => facts[name] !== value || name === field.id))
}
