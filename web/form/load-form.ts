/** What the form page must know before anybody can type: round, dates, definition, lists, and what was said about the last revision. */
import type { FormDefinition, ReferenceLists } from '../../functions/schema/form.ts'
import type { ReplyView, ReviewView } from '../../functions/schema/requests.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { Problem } from '../api/problem.ts'
import { fetchAssignments, fetchDefinition, fetchReferences, fetchRound, type RoundView } from '../api/rounds.ts'
import { fetchSubmissions, type Work } from '../api/work.ts'

export type FormSetting = {
  readonly view: RoundView
  readonly assignment: Assignment
  readonly definition: FormDefinition
  readonly references: ReferenceLists
  /** The decision that returned the last revision, if it was returned. */
  readonly returned: ReviewView | undefined
  readonly replies: readonly ReplyView[]
}

/** Throws a 404 problem when this form is not assigned to the agency in this round. */
export async function loadForm(work: Work): Promise<FormSetting> {
  const [view, assignments, references] = await Promise.all([
    fetchRound(work.round),
    fetchAssignments(work.round, work.agency),
    fetchReferences(),
  ])
  const assignment = assignments.find(({ formId }) => formId === work.form)
  if (assignment === undefined) throw new Problem({ code: 'not-found', title: '', detail: '', status: 404, errors: [] })
  const [definition, said] = await Promise.all([
    fetchDefinition(work.form, assignment.formVersion),
    assignment.status === 'returned' ? fetchSubmissions(work) : undefined,
  ])
  const returned = said?.reviews
    .filter((each) => each.revision === assignment.revision && each.decision !== 'accept')
    .pop()
  return { view, assignment, definition, references, returned, replies: said?.replies ?? [] }
}

/** Comments by pointer; those on the whole stand under the empty pointer. */
export function commentsOf(review: ReviewView | undefined): ReadonlyMap<string, readonly string[]> {
  const comments = new Map<string, string[]>()
  for (const { pointer, text } of review?.comments ?? [])
    comments.set(pointer, [...(comments.get(pointer) ?? []), text])
  return comments
}
