/**
 * Where a coordinator's comment belongs, in words: the field, and for rows which row. The row's number and name come from the
 * submission's own answers; without them the table and the field are still said.
 */
import type { AnswerContext } from '../../../schema/answers/context.ts'
import { rowLabel } from '../../../schema/answers/row-label.ts'
import type { Answers } from '../../../schema/answers.ts'
import type { FormDefinition, Table } from '../../../schema/form.ts'
import type { Language } from '../../../schema/wording.ts'

export type CommentedForm = {
  definition: FormDefinition | undefined
  answers: Answers | undefined
  context: AnswerContext
}

/** `Baris 3 · 3.25.04.2.04.0002 · Pagu ditandai`; what cannot be named is the whole form. */
export function commentPlace(pointer: string, form: CommentedForm, language: Language): string {
  const [part, first = '', rowKey, fieldId] = pointer.split('/').slice(1).map(unescaped)
  const { definition } = form
  const whole = language === 'id' ? 'Seluruh formulir' : 'The whole form'
  if (definition === undefined) return whole
  if (part === 'fields') return definition.fields.find(({ id }) => id === first)?.label[language] ?? whole
  const table = part === 'rows' ? definition.tables.find(({ id }) => id === first) : undefined
  if (table === undefined) return whole
  const field = table.fields.find(({ id }) => id === fieldId)
  const row = rowKey === undefined ? undefined : rowName(table, rowKey, form, language)
  return [row ?? table.title[language], ...(field === undefined ? [] : [field.label[language]])].join(' · ')
}

function rowName(table: Table, rowKey: string, { answers, context }: CommentedForm, language: Language) {
  const rows = answers?.rows[table.id] ?? []
  const index = rows.findIndex((row) => row.rowKey === rowKey)
  const row = rows[index]
  return row && rowLabel(table, row, index, context)[language]
}

/** RFC 6901. */
function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}
