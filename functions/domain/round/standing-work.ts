/** What an agency goes on from: its draft where that is newer than what it sent, else the last revision; and what lies aside of older versions. */
import type { Draft, Submission } from '../../schema/round.ts'
import { draftOf } from './by-work.ts'
import type { Work } from './load-round.ts'
import { latestSubmission } from './may-write.ts'

/** A body and the version that it answers. */
export type VersionedBody = NonNullable<Draft['carriedFrom']>[number]

export type Standing = {
  draft: Draft | undefined
  submission: Submission | undefined
  /** `undefined`: nothing yet, or nil. */
  body: VersionedBody | undefined
  isDraft: boolean
}

/** By the facts alone: the draft's body may have ended. */
export function standingWork({ state, assignment }: Work): Standing {
  const { agencyId, formId } = assignment
  const draft = draftOf(state.facts.drafts, agencyId, formId)
  const submission = latestSubmission(state.facts, agencyId, formId)
  const isDraft = draft !== undefined && isNewer(draft, submission)
  return { draft, submission, isDraft, body: isDraft ? bodyOf(draft) : bodyOf(submission) }
}

/** The same once it is known that the draft's body has ended. */
export function withoutDraft(standing: Standing): Standing {
  return { ...standing, isDraft: false, body: bodyOf(standing.submission) }
}

/** A draft that was typed over an older revision is what was submitted since, or was overtaken by it. */
function isNewer(draft: Draft, submission: Submission | undefined): boolean {
  return submission === undefined || (draft.baseRevision ?? 0) >= submission.revision
}

function bodyOf(work: Draft | Submission | undefined): VersionedBody | undefined {
  if (work === undefined || ('nil' in work && work.nil)) return undefined
  const { formVersion, sha256 } = work
  return { formVersion, sha256, ...('endsAt' in work && work.endsAt !== undefined && { endsAt: work.endsAt }) }
}

const mostCarried = 10

/** What the next draft remembers: each older version that its answers came through, also of those that nothing was left of. */
export function carriedFrom(work: Work): Pick<Draft, 'carriedFrom'> {
  const asked = work.assignment.formVersion
  const { draft, body } = standingWork(work)
  const all = [...(draft?.carriedFrom ?? []), ...(body === undefined ? [] : [body])]
  const aside = new Map(all.filter(({ formVersion }) => formVersion !== asked).map((each) => [each.formVersion, each]))
  return aside.size === 0 ? {} : { carriedFrom: [...aside.values()].slice(-mostCarried) }
}
