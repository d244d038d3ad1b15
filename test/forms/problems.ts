/** The first row of sound answers, changed by a case: what does the validator then say? */
import fc from 'fast-check'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers, Cells, Value } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { contextOf, soundAnswers } from '../schema/sound-answers.ts'

/** Version 1 of a published form. */
export function form(id: string): FormDefinition {
  const definition = formDefinition(id, 1)
  if (definition === undefined) throw new Error(`no form ${id}`)
  return definition
}

/** What is wrong after these changes to the first row of a table (and to the header), by code and field. */
export function problems(
  formId: string,
  agencyId: string,
  table: string,
  cells: Cells,
  fields: Cells = {},
  drop: string[] = [],
): string[] {
  const context = contextOf(agencyId)
  const definition = form(formId)
  const [answers] = fc.sample(soundAnswers(definition, context), { numRuns: 1, seed: 7 }) as [Answers]
  const [first, ...others] = answers.rows[table] ?? []
  const merged: Record<string, Value> = { ...first?.cells, ...cells }
  for (const id of drop) delete merged[id]
  const changed: Answers = {
    fields: { ...answers.fields, ...fields },
    rows: { ...answers.rows, [table]: [{ rowKey: first?.rowKey ?? 'R1', cells: merged }, ...others] },
  }
  return validateAnswers(definition, changed, context).map(
    ({ code, pointer }) => `${code} ${pointer.split('/').at(-1)}`,
  )
}
