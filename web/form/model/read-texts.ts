/** Texts that are no answers yet, wherever they stand. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { createRowReader, type Unreadable, unreadableCells } from '../../../functions/schema/answers/unreadable.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { same } from './same.ts'

type Read = {
  readonly definition: FormDefinition
  readonly context: ReadonlySignal<AnswerContext>
  readonly answers: ReadonlySignal<Answers>
}

/** The unreadable texts, in the form's order. The list keeps its identity while nothing in it changes. */
export function readTexts({ definition, answers, context }: Read): ReadonlySignal<readonly Unreadable[]> {
  const readRow = createRowReader()
  let kept: readonly Unreadable[] = []
  return computed(() => {
    const { fields, rows } = answers.value
    const by = context.value
    const found = [...unreadableCells('/fields', definition.fields, fields, by)]
    for (const table of definition.tables) {
      for (const row of rows[table.id] ?? []) found.push(...readRow(`/rows/${table.id}`, table.fields, row, by))
    }
    if (found.length !== kept.length || found.some((each, at) => !same(each, kept[at]))) kept = found
    return kept
  })
}
