/**
 * What a round has brought: the latest submission of each agency and form with its answers, as one list that every result is
 * made of. A result names the revisions it was made of, so its figures can be checked against them, and a revision that comes
 * while it is made does not change it.
 */

import type { Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Agency } from '../../schema/region.ts'
import type { AssignmentStatus, Submission } from '../../schema/round.ts'
import { answersFor, definitionFor, type ForReader } from '../personal/answers-for.ts'
import { agencyOf } from '../region/regions.ts'
import { assignmentsOf } from '../round/assignments.ts'
import { definitionsOf, type FormCatalogue, formKey } from '../round/form-catalogue.ts'
import { latestSubmission } from '../round/may-write.ts'
import type { RoundState, Rounds } from '../round/rounds.ts'

export type ResultSubmission = {
  agency: Agency
  definition: FormDefinition
  submission: Submission
  status: AssignmentStatus
  /** Of a nil submission: none. */
  answers: Answers
}

/** Bodies read at once. */
const atOnce = 50

/** In the round's order. Agencies without a submission are left out. Throws where a body or a definition is missing. */
export async function loadSubmissions(
  now: Date,
  ports: { rounds: Pick<Rounds, 'body'>; forms: FormCatalogue } & ForReader,
  state: RoundState,
): Promise<ResultSubmission[]> {
  const { facts, region } = state
  const sent = assignmentsOf(now, state).flatMap(({ agencyId, formId, status }) => {
    const submission = latestSubmission(facts, agencyId, formId)
    const agency = agencyOf(region, agencyId)
    return submission === undefined || agency === undefined ? [] : [{ agency, submission, status }]
  })
  const definitions = await definitionsOf(
    ports.forms,
    sent.map(({ submission }) => submission),
    facts.region,
  )
  const submissions: ResultSubmission[] = []
  for (let start = 0; start < sent.length; start += atOnce) {
    const batch = sent.slice(start, start + atOnce).map(async ({ agency, submission, status }) => {
      const { formId, formVersion, nil, sha256 } = submission
      const definition = definitions.get(formKey(formId, formVersion))
      if (definition === undefined) throw new Error(`The catalogue lacks ${formId} version ${formVersion}`)
      const answers = nil ? { fields: {}, rows: {} } : await answersFor(ports, facts.region, { definition, sha256 })
      return { agency, definition: definitionFor(ports.reader, definition), submission, status, answers }
    })
    submissions.push(...(await Promise.all(batch)))
  }
  return submissions
}
