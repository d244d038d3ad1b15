/** The facts about one form of one agency, or about one agency, among those of a whole round. */
import type { AssignmentKey, Draft, Finding, Review, Submission } from '../../schema/round.ts'
import { grouping } from '../grouping.ts'

type Work = { readonly agencyId: string; readonly formId: string }

const key = ({ agencyId, formId }: Work) => [`${agencyId} ${formId}`]
const asked = (agencyId: string, formId: string) => `${agencyId} ${formId}`

const submissions = grouping<Submission>(key, (a, b) => a.revision - b.revision)
const reviews = grouping<Review>(key, (a, b) => a.revision - b.revision || a.number - b.number)
const drafts = grouping<Draft>(key)
const findings = grouping<Finding>(key)
const assignments = grouping<AssignmentKey>(key)
const byAgency = grouping<{ readonly agencyId: string }>(({ agencyId }) => [agencyId])

/** Ascending by revision. */
export function submissionsOf(all: readonly Submission[], agencyId: string, formId: string): readonly Submission[] {
  return submissions(all, asked(agencyId, formId))
}

/** Ascending by revision and number. */
export function reviewsOf(all: readonly Review[], agencyId: string, formId: string): readonly Review[] {
  return reviews(all, asked(agencyId, formId))
}

export function draftOf(all: readonly Draft[], agencyId: string, formId: string): Draft | undefined {
  return drafts(all, asked(agencyId, formId))[0]
}

export function findingsOf(all: readonly Finding[], agencyId: string, formId: string): readonly Finding[] {
  return findings(all, asked(agencyId, formId))
}

/** What the round asks of the agency by this form, if it does. */
export function assignmentKeyOf(
  all: readonly AssignmentKey[],
  agencyId: string,
  formId: string,
): AssignmentKey | undefined {
  return assignments(all, asked(agencyId, formId))[0]
}

/** In the order of the list. */
export function ofAgency<T extends { readonly agencyId: string }>(all: readonly T[], agencyId: string): readonly T[] {
  return byAgency(all, agencyId) as readonly T[]
}
