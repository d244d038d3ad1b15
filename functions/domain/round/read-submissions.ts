/** The revisions of a form, with the names of who sent them and the decisions on them. */

import type { SubmissionDetail } from '../../schema/requests.ts'
import type { Review, Submission } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { RegionFacts, Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import { revisionsOf } from './may-write.ts'
import type { Rounds } from './rounds.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }
export type Submissions = {
  /** The latest; 0 = none. */
  revision: number
  submissions: (Omit<Submission, 'requestKey'> & { byName: string })[]
  reviews: Review[]
}

/** Newest first. Refuses with `not-found`. */
export async function readSubmissions(ports: Ports, key: WorkKey): Promise<Submissions> {
  const { state } = await loadWork(ports, key)
  const revisions = revisionsOf(state.facts, key.agencyId, key.formId).toReversed()
  const submissions = revisions.map(({ requestKey: _key, ...shown }) => ({
    ...shown,
    byName: nameOf(state.region, shown.by),
  }))
  return { revision: revisions[0]?.revision ?? 0, submissions, reviews: reviewsOf(state.facts.reviews, key) }
}

/** One revision with its answers. Refuses with `not-found`. */
export async function readSubmission(ports: Ports, key: WorkKey, revision: number): Promise<SubmissionDetail> {
  const { state } = await loadWork(ports, key)
  const submission = revisionsOf(state.facts, key.agencyId, key.formId).find((each) => each.revision === revision)
  if (submission === undefined) throw new Refused({ code: 'not-found', what: 'submission' })
  const answers = await ports.rounds.body(key.region, submission.sha256)
  const reviews = reviewsOf(state.facts.reviews, key).filter((each) => each.revision === revision)
  return { submission, answers, reviews, byName: nameOf(state.region, submission.by) }
}

function reviewsOf(reviews: readonly Review[], { agencyId, formId }: WorkKey): Review[] {
  return reviews.filter((each) => each.agencyId === agencyId && each.formId === formId)
}

function nameOf({ people }: RegionFacts, id: string): string {
  return people.find((person) => person.id === id)?.name ?? id
}
