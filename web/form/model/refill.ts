/**
 * What follows from a choice: a sub-activity code brings its name and indicator. When the choice is changed, facts of the old
 * one that nobody has altered give way to those of the new one; what somebody typed is never replaced.
 */

import { choiceOf, referenceOf } from '../../../functions/schema/answers/choices.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { prefillRows } from '../../../functions/schema/answers/prefill.ts'
import type { Answers, Cells, Row } from '../../../functions/schema/answers.ts'
import type { Field, FormDefinition, ReferenceEntry, Table } from '../../../functions/schema/form.ts'
import { type Change, editAnswers } from './edit-answers.ts'
import type { Place } from './place.ts'

/** `after` with the facts filled in that the changed cells bring; `before` is the state before the change. */
export function withPrefill(
  definition: FormDefinition,
  { before, after }: { readonly before: Answers; readonly after: Answers },
  places: readonly Place[],
  context: AnswerContext,
): Answers {
  const changes = definition.tables.flatMap((table) => {
    const sources = new Map(table.fields.filter(bringsFacts).map((field) => [field.id, field]))
    const changed = new Map<string, Field[]>()
    for (const place of places) {
      const field = place.table === table.id ? sources.get(place.field) : undefined
      if (field === undefined || place.rowKey === undefined) continue
      changed.set(place.rowKey, [...(changed.get(place.rowKey) ?? []), field])
    }
    return changed.size === 0 ? [] : refill(table, changed, { before, after }, context)
  })
  return changes.length === 0 ? after : editAnswers(after, { do: 'set', changes })
}

const bringsFacts = (field: Field) => field.type !== 'choices' && referenceOf(field) !== undefined

function refill(
  table: Table,
  changed: ReadonlyMap<string, readonly Field[]>,
  { before, after }: { readonly before: Answers; readonly after: Answers },
  context: AnswerContext,
): Change[] {
  const { id } = table
  const touched = (after.rows[id] ?? []).filter(({ rowKey }) => changed.has(rowKey))
  const old = new Map((before.rows[id] ?? []).map((row) => [row.rowKey, row.cells]))
  const bared = touched.map(({ rowKey, cells }): Row => {
    const bare = (left: Cells, field: Field) => withoutFacts(field, old.get(rowKey) ?? {}, left, context)
    return { rowKey, cells: (changed.get(rowKey) ?? []).reduce(bare, cells) }
  })
  return prefillRows(table, bared, context).flatMap(({ rowKey, cells }, index) => {
    const now = touched[index]?.cells ?? {}
    return Object.keys({ ...now, ...cells })
      .filter((name) => cells[name] !== now[name])
      .map((name) => ({ place: { table: id, rowKey, field: name }, value: cells[name] }))
  })
}

/** The cells without those that still hold the old entry's facts; only once a new entry is chosen. */
function withoutFacts(field: Field, old: Cells, cells: Cells, context: AnswerContext): Cells {
  const chosen = cells[field.id]
  const left = old[field.id]
  if (chosen === left || choiceOf(field, String(chosen), context) === undefined) return cells
  const { facts = {} } = (choiceOf(field, String(left), context) ?? {}) as Partial<ReferenceEntry>
  return Object.fromEntries(Object.entries(cells).filter(([name, value]) => facts[name] !== value || name === field.id))
}
