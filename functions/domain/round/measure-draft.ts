/** How far answers are that may still change: what is expected and given, what is wrong, what is empty. */

import { keptProblems, listProblems } from '../../rules/problems.ts'
import { measureCompleteness } from '../../schema/answers/completeness.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { validateAnswers } from '../../schema/answers/validate-answers.ts'
import type { Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Draft } from '../../schema/round.ts'

export function measureDraft(
  definition: FormDefinition,
  answers: Answers,
  context: AnswerContext,
): Pick<Draft, 'completeness' | 'missing' | 'missingCount'> {
  const { completeness, missing: gaps } = measureCompleteness(definition, answers, context)
  const flaws = validateAnswers(definition, answers, context)
  return {
    completeness,
    ...keptProblems(definition, listProblems({ definition, answers, context }, { flaws, gaps, warnings: [] })),
  }
}
