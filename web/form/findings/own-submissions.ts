/** What the agency has sent on its other forms of the round, as the checks compare it. */
import { hasRules } from '../../../functions/schema/answers/has-rules.ts'
import { normaliseAnswers } from '../../../functions/schema/answers/normalise-answers.ts'
import type { CheckedSubmission } from '../../../functions/schema/checks/check-context.ts'
import type { Assignment } from '../../../functions/schema/round.ts'
import { fetchAssignments, fetchDefinition, type RoundView } from '../../api/rounds.ts'
import { fetchSubmission } from '../../api/submissions.ts'
import type { Work } from '../../api/work.ts'

const plain = { today: '', agencyId: '', fiscalYear: 0, references: {} }

export async function fetchOwnSubmissions(
  work: Work,
  view: RoundView,
  agency: CheckedSubmission['agency'],
): Promise<readonly CheckedSubmission[]> {
  const assignments = await fetchAssignments(view.round.id, work.agency)
  const others = assignments.filter(({ formId, revision }) => formId !== work.form && revision > 0)
  return Promise.all(others.map((other) => submissionOf({ ...work, form: other.formId }, other, agency)))
}

async function submissionOf(
  work: Work,
  { revision }: Assignment,
  agency: CheckedSubmission['agency'],
): Promise<CheckedSubmission> {
  const { submission, answers } = await fetchSubmission(work, revision)
  const definition = await fetchDefinition(work.form, submission.formVersion)
  // What was sent is normal already; only facts of early releases may not be, and their forms have no rules.
  const settled = submission.nil
    ? { fields: {}, rows: {} }
    : hasRules(definition)
      ? answers
      : normaliseAnswers(definition, answers, plain)
  return { agency, definition, revision, nil: submission.nil, answers: settled, afterApproval: false }
}
