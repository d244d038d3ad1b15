/**
 * What a submission says of itself before it is written: normalised answers, completeness, totals, and all that
 * the form keeps from being sent; the accuracy checks come after (`checks/check-submission.ts`). Nil is an answer without rows, with its reason.
 */
import { keptProblems, listProblems } from '../../rules/problems.ts'
import { measureCompleteness } from '../../schema/answers/completeness.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { normaliseAnswers } from '../../schema/answers/normalise-answers.ts'
import { isTableVisible, settleHeader } from '../../schema/answers/settle-cells.ts'
import { rowCount, totalsOf } from '../../schema/answers/totals.ts'
import { validateAnswers } from '../../schema/answers/validate-answers.ts'
import type { AnswerError, Answers, Completeness, NamedGap } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { SubmissionRequest } from '../../schema/requests.ts'
import type { Submission } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'

export type Measured = {
  answers: Answers
  errors: readonly AnswerError[]
  facts: Pick<
    Submission,
    'nil' | 'nilReason' | 'completeness' | 'missing' | 'missingCount' | 'rowCount' | 'totals' | 'findings'
  >
}

/** Refuses with `nil-not-allowed`; errors in answers are returned. */
export function measureSubmission(
  definition: FormDefinition,
  content: SubmissionRequest,
  context: AnswerContext,
): Measured {
  if ('nil' in content) return measureNil(definition, content.reason)
  const errors = validateAnswers(definition, content.answers, context)
  const answers = normaliseAnswers(definition, content.answers, context)
  const { completeness, missing } = measureSaid(definition, answers, context)
  return {
    answers,
    errors,
    facts: {
      nil: false,
      completeness,
      ...keptProblems(
        definition,
        listProblems({ definition, answers, context }, { flaws: [], gaps: missing, warnings: [] }),
      ),
      rowCount: rowCount(definition, answers, context),
      totals: totalsOf(definition, answers, context),
      findings: { blocking: 0, warning: 0, info: 0 },
    },
  }
}

/**
 * Completeness; but a form whose rows all come from lists, and which says nothing in any row, is never complete: where the lists
 * give this agency none, its head alone would be 100%.
 */
function measureSaid(
  definition: FormDefinition,
  body: Answers,
  context: AnswerContext,
): { completeness: Completeness; missing: readonly NamedGap[] } {
  const { completeness, missing } = measureCompleteness(definition, body, context)
  const { answered, expected } = completeness
  if (missing.length > 0) return { completeness, missing }
  const { cells } = settleHeader(definition, body, context)
  const tables = definition.tables.filter((table) => isTableVisible(table, cells))
  const listed = tables.length > 0 && tables.every(({ fixedRows }) => fixedRows !== undefined)
  // What lists filled in counts from the moment at which it is sent.
  if (!listed || rowCount(definition, body, context) > 0)
    return { completeness: { answered: expected, expected }, missing }
  const label = { id: 'Belum ada satu baris pun', en: 'Not a single row yet' }
  return {
    completeness: { answered, expected: expected + 1 },
    missing: [{ pointer: `/rows/${tables[0]?.id}`, label }],
  }
}

function measureNil(definition: FormDefinition, reason: string): Measured {
  if (!definition.nilAllowed) throw new Refused({ code: 'nil-not-allowed' })
  return {
    answers: { fields: {}, rows: {} },
    errors: [],
    facts: {
      nil: true,
      nilReason: reason,
      completeness: { expected: 0, answered: 0 },
      missing: [],
      missingCount: 0,
      rowCount: 0,
      totals: {},
      findings: { blocking: 0, warning: 0, info: 0 },
    },
  }
}
