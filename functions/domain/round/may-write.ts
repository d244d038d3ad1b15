/**
 * Decides in the write path whether an agency may save or submit a form at the instant its request was received. Returned
 * work has its own last day: it re-opens that submission alone, also after the final date, until the end of that day.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import { endOfDay } from '../../rules/zone.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { Review, Submission } from '../../schema/round.ts'
import type { Refusal } from '../refusal.ts'
import { assignmentKeyOf, reviewsOf, submissionsOf } from './by-work.ts'
import type { RoundDecisions, RoundFacts, RoundFrame, RoundState } from './rounds.ts'
import { datesFor, isDraft, windowsOf } from './windows.ts'

/** Why nothing may be written; the caller throws it as `Refused`. */
export type WriteRefusal = Extract<
  Refusal,
  { code: 'round-not-open' | 'round-closed' | 'submission-accepted' | 'not-found' }
>

/**
 * `'ok'`, or the refusal. An accepted submission is final whatever the dates say; before the opening nothing is accepted;
 * an agency without this form in the round gets `not-found`.
 */
export function mayWrite(
  now: Date,
  { facts, region }: RoundState,
  agencyId: string,
  formId: string,
): 'ok' | WriteRefusal {
  const { zone } = region.settings
  if (assignmentKeyOf(facts.round.assignments, agencyId, formId) === undefined) {
    return { code: 'not-found', what: 'assignment' }
  }
  const { opensAt } = datesFor(facts, zone, agencyId)
  const latest = latestSubmission(facts, agencyId, formId)
  const accepted = latest !== undefined && latestReview(facts, latest)?.decision === 'accept'
  const closing = closingOf(facts, zone, agencyId, formId)
  if (isWritable(now, facts, { opensAt, accepted, ...closing })) return 'ok'
  if (isDraft(facts) || now < opensAt) return { code: 'round-not-open', opensOn: localDateOf(opensAt, zone) }
  if (accepted) return { code: 'submission-accepted', revision: latest.revision }
  return { code: 'round-closed', closedOn: closing.closesOn }
}

/** What of an assignment decides whether it may be written to. */
type Writing<Instant> = { opensAt: Instant; closesAt: Instant; accepted: boolean }

/** Instants as dates, or all as ISO 8601 in UTC. */
export function isWritable<Instant extends Date | string>(
  now: Instant,
  facts: RoundFrame,
  { opensAt, closesAt, accepted }: Writing<Instant>,
): boolean {
  return !isDraft(facts) && now >= opensAt && !accepted && now < closesAt
}

/**
 * The last instant (exclusive) for one form: the agency's final date, or the end of the corrections' last day where that
 * is later. A closing that the coordinator decided after returning the work ends the corrections too.
 */
export function closingOf(
  facts: RoundDecisions,
  zone: string,
  agencyId: string,
  formId: string,
): { closesOn: LocalDate; closesAt: Date } {
  return closingAfter(datesFor(facts, zone, agencyId), zone, correctionsDueOn(facts, agencyId, formId))
}

/** Of the agency's dates and the last day of corrections. */
export function closingAfter(
  { closesOn, closesAt }: { closesOn: LocalDate; closesAt: Date },
  zone: string,
  dueOn: LocalDate | undefined,
): { closesOn: LocalDate; closesAt: Date } {
  if (dueOn === undefined) return { closesOn, closesAt }
  const dueAt = endOfDay(dueOn, zone)
  // Stryker disable next-line EqualityOperator: what ends in one instant ends on one day
  return dueAt > closesAt ? { closesOn: dueOn, closesAt: dueAt } : { closesOn, closesAt }
}

/** The last day of corrections that the latest decision of this form granted, if it did and nothing closed since. */
export function correctionsDueOn(facts: RoundDecisions, agencyId: string, formId: string): LocalDate | undefined {
  const decision = reviewsOf(facts.reviews, agencyId, formId).at(-1)
  if (decision === undefined || decision.decision === 'accept') return undefined
  const closedSince = windowsOf(facts, agencyId).some(({ kind, at }) => kind === 'close' && at > decision.at)
  return closedSince ? undefined : decision.dueOn
}

/** The latest revision of an agency's form. */
export function latestSubmission(facts: RoundFacts, agencyId: string, formId: string): Submission | undefined {
  return revisionsOf(facts, agencyId, formId).at(-1)
}

/** All revisions of an agency's form, ascending. */
export function revisionsOf(facts: RoundFacts, agencyId: string, formId: string): readonly Submission[] {
  return submissionsOf(facts.submissions, agencyId, formId)
}

/** The decision that stands about exactly this revision: a newer revision awaits its own. */
export function latestReview(facts: RoundFacts, { agencyId, formId, revision }: Submission): Review | undefined {
  return reviewsOf(facts.reviews, agencyId, formId).findLast((review) => review.revision === revision)
}
