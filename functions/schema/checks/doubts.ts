/** A34: what a form's own rules doubt (`constraint_severity` = warning): never in the way of sending, but to be explained like any finding. */
import type { AnswerContext } from '../answers/context.ts'
import { rowsInForce, settleHeader, settleRow } from '../answers/settle-cells.ts'
import type { Settled } from '../answers/settled.ts'
import type { Answers } from '../answers.ts'
import type { Field, FormDefinition } from '../form.ts'
import type { Found } from './check.ts'

export const doubtRule = 'A34'
type FoundBy = Found & { readonly rule: string }

/** One finding for the header and one for each row, about all that is doubted there. `context`: as answers are settled with. */
export function doubtsIn(definition: FormDefinition, answers: Answers, context: AnswerContext): readonly FoundBy[] {
  const inHeader = definition.fields.filter(isDoubting)
  const tables = definition.tables.filter(({ fields }) => fields.some(isDoubting))
  if (inHeader.length + tables.length === 0 || context.rules === undefined) return []
  const header = settleHeader(definition, answers, context)
  const ofRows = tables.flatMap((table) =>
    rowsInForce(table, answers, header.cells).flatMap((row) => {
      const found = doubtAt(`/rows/${table.id}/${row.rowKey}`, table.fields, settleRow(table, row, header.cells))
      return found.map((each) => ({ ...each, rowKey: row.rowKey }))
    }),
  )
  return [...doubtAt('/fields', inHeader, header), ...ofRows]
}

function isDoubting({ rules }: Field): boolean {
  return rules?.constraint?.severity === 'warning'
}

function doubtAt(at: string, fields: readonly Field[], { ruled, cells }: Settled): FoundBy[] {
  const doubted = fields.filter((field) => isDoubting(field) && ruled?.doubted.has(field.id) === true)
  const [first] = doubted
  if (first === undefined) return []
  const say = (language: 'id' | 'en') =>
    doubted.map(({ label, rules }) => `${label[language]}: ${rules?.constraint?.message[language] ?? ''}`).join(' ')
  const amounts = doubted.map(({ id }) => cells[id]).filter((value) => typeof value === 'number')
  const same = doubted.map(({ id }) => id).join(' ')
  return [{ rule: doubtRule, pointer: `${at}/${first.id}`, text: { id: say('id'), en: say('en') }, same, amounts }]
}
