/** What a pointer names in a submission, for people: "Baris 3 · 1.02.02.2.02.0015, Pagu ditandai". */
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import { rowLabel } from '../../functions/schema/answers/row-label.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { say } from '../wording/language.ts'
import { replyWording as words } from '../wording/reply.ts'

export type LabelledIn = {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly context: AnswerContext
}

export function placeLabel(pointer: string, { definition, answers, context }: LabelledIn): string {
  const [, part, first, rowKey, fieldId] = pointer.split('/')
  if (part === 'fields') return say(definition.fields.find(({ id }) => id === first)?.label ?? words.whole)
  const table = definition.tables.find(({ id }) => id === first)
  if (part !== 'rows' || table === undefined) return say(words.whole)
  if (rowKey === undefined) return say(table.title)
  const rows = answers.rows[table.id] ?? []
  const index = rows.findIndex((row) => row.rowKey === rowKey)
  const row = rows[index]
  const name = row === undefined ? say(words.gone) : say(rowLabel(table, row, index, context))
  const field = table.fields.find(({ id }) => id === fieldId)
  return field === undefined ? name : `${name}, ${say(field.label)}`
}
