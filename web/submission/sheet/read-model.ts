/** A form that is only read, as the table knows it: its answers never change, and nothing is judged anew. */
import { signal } from '@preact/signals'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { settleHeader } from '../../../functions/schema/answers/settle-cells.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { nothingFound } from '../../form/findings/live-finding.ts'
import type { FormModel, Texts } from '../../form/form-model.ts'

export type ReadForm = {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly context: AnswerContext
}

export function readModel({ definition, answers, context }: ReadForm): FormModel {
  const nothing = () => undefined
  return {
    definition,
    context: signal(context),
    answers: signal(answers),
    header: signal(settleHeader(definition, answers, context).cells),
    completeness: signal(undefined),
    unreadable: signal([]),
    checked: signal(false),
    reviewed: signal(false),
    serverErrors: signal([]),
    errors: signal([]),
    errorsAt: signal(new Map()),
    errorsIn: signal(new Map()),
    flaws: signal([]),
    found: signal(nothingFound),
    checks: signal(undefined),
    problems: signal(undefined),
    comments: new Map(),
    replies: undefined,
    openGroups: signal<Texts>({}),
    openRows: signal<Texts>({}),
    sought: signal<string | undefined>(undefined),
    history: { canUndo: signal(false), canRedo: signal(false), open: nothing },
    cut: signal(undefined),
    set: nothing,
    setMany: nothing,
    edit: nothing,
    undo: nothing,
    redo: nothing,
    seal: nothing,
    review: async () => undefined,
    check: async () => [],
  }
}
