/**
 * The one validator of answers, for the browser and the server alike.
 */
import type { AnswerError, Answers } from '../answers.ts'
import type { FormDefinition } from '../form.ts'
import type { AnswerContext } from './context.ts'

/** All that keeps these answers from being sent, in the form's order; empty when they may be sent. Never throws. */
export function validateAnswers(
  _definition: FormDefinition,
  _answers: Answers,
  _context: AnswerContext,
): readonly AnswerError[] {
  return []
}

/** Only what cannot be kept as a draft: names the form does not know, values of another shape, row keys used twice. */
export function validateForDraft(
  _definition: FormDefinition,
  _answers: Answers,
  _context: AnswerContext,
): readonly AnswerError[] {
  return []
}
