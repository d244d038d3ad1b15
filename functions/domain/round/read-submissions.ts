/** The revisions of a form, with the names of who sent them, the decisions on them and what was answered to these. */
import type { ReplyView, ReviewView, SubmissionDetail } from '../../schema/requests.ts'
import type { Submission } from '../../schema/round.ts'
import { erasedWord } from '../../schema/sealed.ts'
import { answersFor, type ForReader } from '../personal/answers-for.ts'
import { Refused } from '../refusal.ts'
import { agencyNames } from '../region/agency-names.ts'
import { nameIn, type Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import { revisionsOf } from './may-write.ts'
import type { RoundState, Rounds } from './rounds.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }
export type Submissions = {
  /** The latest; 0 = none. */
  revision: number
  submissions: (Omit<Submission, 'requestKey'> & { byName: string })[]
  reviews: ReviewView[]
  replies: ReplyView[]
}

/** Newest first. Refuses with `not-found`. */
export async function readSubmissions(ports: Ports, key: WorkKey): Promise<Submissions> {
  const { state } = await loadWork(ports, key)
  const revisions = revisionsOf(state.facts, key.agencyId, key.formId).toReversed()
  const submissions = revisions.map(({ requestKey: _key, ...shown }) => ({
    ...shown,
    byName: nameIn(state.region, shown.by),
  }))
  return { revision: revisions[0]?.revision ?? 0, submissions, ...saidAbout(state, key) }
}

/** One revision with its answers. Refuses with `not-found`. */
export async function readSubmission(
  ports: Ports & ForReader,
  key: WorkKey,
  revision: number,
): Promise<SubmissionDetail> {
  const { state, definition: current } = await loadWork(ports, key)
  const submission = revisionsOf(state.facts, key.agencyId, key.formId).find((each) => each.revision === revision)
  if (submission === undefined) throw new Refused({ code: 'not-found', what: 'submission' })
  const { formId, formVersion, sha256 } = submission
  const definition = (await ports.forms.definition(formId, formVersion, key.region)) ?? current
  // What was erased is said to be so, and is not shown as never answered.
  const rounds = { body: (region: string, hash: string) => ports.rounds.body(region, hash, { erased: erasedWord }) }
  const answers = await answersFor({ ...ports, rounds }, key.region, { definition, sha256 })
  const { reviews, replies } = saidAbout(state, key)
  const names = await agencyNames(ports.regions, { ...key, at: submission.at }, state.region)
  return {
    submission,
    answers,
    reviews: reviews.filter((each) => each.revision === revision),
    replies: replies.filter((each) => each.revision === revision),
    byName: nameIn(state.region, submission.by),
    ...(names.agencyNameThen && { agencyNameThen: names.agencyNameThen }),
  }
}

/** The decisions on this work and the answers to their comments, in the order of the facts. */
function saidAbout({ facts, region }: RoundState, { agencyId, formId }: WorkKey) {
  const about = <T extends { agencyId: string; formId: string; by: string }>(all: readonly T[]) =>
    all
      .filter((each) => each.agencyId === agencyId && each.formId === formId)
      .map((each) => ({ ...each, byName: nameIn(region, each.by) }))
  return { reviews: about(facts.reviews), replies: about(facts.replies) }
}
