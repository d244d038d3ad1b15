/**
 * What an agency starts from: no header answers but those that the form's rules begin with, the fixed rows with their keys, and what the reference data already
 * know about them. Free tables start without rows, since their keys are made by whoever adds one.
 */
import type { Answers } from '../answers.ts'
import type { FormDefinition } from '../form.ts'
import type { AnswerContext } from './context.ts'
import { fixedRowsOf } from './fixed-rows.ts'
import { hasRules } from './has-rules.ts'
import { prefillRows } from './prefill.ts'

/** Starting answers of the context's agency for this form. */
export function blankAnswers(definition: FormDefinition, context: AnswerContext): Answers {
  return {
    fields: hasRules(definition) ? (context.rules?.starting(definition, undefined, {}, context) ?? {}) : {},
    rows: Object.fromEntries(
      definition.tables.map((table) => [table.id, prefillRows(table, fixedRowsOf(table, context), context)]),
    ),
  }
}
