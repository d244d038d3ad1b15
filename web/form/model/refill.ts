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

/** `before` the change; `from`: before the step that it is part of, of whose letters it may be the last. */
type Moment = { readonly from: Answers; readonly before: Answers; readonly after: Answers }

/** `after` with the facts filled in that the changed cells bring. */
export function withPrefill(
  definition: FormDefinition,
  moment: Moment,
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
    return changed.size === 0 ? [] : refill(table, changed, moment, context)
  })
  return changes.length === 0 ? moment.after : editAnswers(moment.after, { do: 'set', changes })
}

const bringsFacts = (field: Field) => field.type !== 'choices' && referenceOf(field) !== undefined

function refill(
  table: Table,
  changed: ReadonlyMap<string, readonly Field[]>,
  { from, before, after }: Moment,
  context: AnswerContext,
): Change[] {
  const { id } = table
  const cellsIn = (answers: Answers) => new Map((answers.rows[id] ?? []).map(({ rowKey, cells }) => [rowKey, cells]))
  const touched = (after.rows[id] ?? []).filter(({ rowKey }) => changed.has(rowKey))
  const [begun, last] = [cellsIn(from), cellsIn(before)]
  const bared = touched.map(({ rowKey, cells }): Row => {
    const old = [begun.get(rowKey) ?? {}, last.get(rowKey) ?? {}] as const
    const bare = (left: Cells, field: Field) => withoutFacts(field, old, left, context)
    return { rowKey, cells: (changed.get(rowKey) ?? []).reduce(bare, cells) }
  })
  return prefillRows(table, bared, context).flatMap(({ rowKey, cells }, index) => {
    const now = touched[index]?.cells ?? {}
    return Object.keys({ ...now, ...cells })
      .filter((name) => cells[name] !== now[name])
      .map((name) => ({ place: { table: id, rowKey, field: name }, value: cells[name] }))
  })
}

/**
 * The cells without those that still hold the old entry's facts, once a new entry is chosen; and without what an entry brought that was
 * only passed while the letters of another were typed.
 */
function withoutFacts(
  field: Field,
  [from, before]: readonly [Cells, Cells],
  cells: Cells,
  context: AnswerContext,
): Cells {
  const { id } = field
  const factsOf = (value: unknown) => (choiceOf(field, String(value), context) as ReferenceEntry | undefined)?.facts
  const old = choiceOf(field, String(cells[id]), context) && from[id] !== cells[id] ? factsOf(from[id]) : undefined
  const passed = before[id] !== from[id] && before[id] !== cells[id] ? factsOf(before[id]) : undefined
  const isGone = (name: string, value: unknown) =>
    name !== id && (old?.[name] === String(value) || passed?.[name] === String(value))
  return Object.fromEntries(Object.entries(cells).filter(([name, value]) => !isGone(name, value)))
}
