/** The latest submission of an agency's form as the checks look at it. */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { Answers } from '../../schema/answers.ts'
import type { CheckedSubmission } from '../../schema/checks/check-context.ts'
import { agencyOf } from '../region/regions.ts'
import { reviewsOf } from '../round/by-work.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { latestReview, latestSubmission } from '../round/may-write.ts'
import type { RoundState } from '../round/rounds.ts'

/** `read` gets a body by its hash. */
export type SubmissionPorts = { forms: Pick<FormCatalogue, 'definition'>; read(sha256: string): Promise<Answers> }

/** `undefined` where nothing was submitted. Throws where the body is missing or the catalogue lacks the form. */
export async function checkedSubmission(
  { facts, region }: RoundState,
  { agencyId, formId }: { agencyId: string; formId: string },
  { forms, read }: SubmissionPorts,
): Promise<CheckedSubmission | undefined> {
  const latest = latestSubmission(facts, agencyId, formId)
  const agency = agencyOf(region, agencyId)
  if (latest === undefined || agency === undefined) return undefined
  const definition = await forms.definition(latest.formId, latest.formVersion, facts.region)
  if (definition === undefined) throw new Error(`The catalogue lacks ${latest.formId} version ${latest.formVersion}`)
  const acceptedBefore = reviewsOf(facts.reviews, agencyId, formId).some(
    (each) => each.decision === 'accept' && each.revision < latest.revision,
  )
  return {
    agency,
    definition,
    revision: latest.revision,
    nil: latest.nil,
    answers: latest.nil ? { fields: {}, rows: {} } : await read(latest.sha256),
    afterApproval: acceptedBefore && latestReview(facts, latest) === undefined,
    submittedOn: localDateOf(new Date(latest.at), region.settings.zone),
  }
}
