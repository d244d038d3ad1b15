/** All that the page of a submission shows. `detail` is `undefined` when nothing was submitted. */
import { fetchAssignments, fetchDefinition, fetchReferences, fetchRound } from '../api/rounds.ts'
import { fetchSubmission } from '../api/submissions.ts'
import { fetchSubmissions, type Work } from '../api/work.ts'
import { rulesFor } from '../form/model/rules-for.ts'
import { shownRound } from '../shell/shown-round.ts'

export type Shown = Awaited<ReturnType<typeof loadSubmission>>

/** The asked revision, else the newest. */
export async function loadSubmission(work: Work, revision: number | undefined) {
  const [view, assignments, history, references] = await Promise.all([
    fetchRound(work.round),
    fetchAssignments(work.round, work.agency),
    fetchSubmissions(work),
    fetchReferences(),
  ])
  shownRound.value = view.round
  const assignment = assignments.find(({ formId }) => formId === work.form)
  const shown = revision ?? history.submissions[0]?.revision
  if (shown === undefined)
    return { view, assignment, history, detail: undefined, definition: undefined, references, rules: undefined }
  const detail = await fetchSubmission(work, shown)
  const definition = await fetchDefinition(work.form, detail.submission.formVersion)
  return { view, assignment, history, detail, definition, references, rules: await rulesFor(definition) }
}
