/**
 * Plans every mail but those of signing in, as a pure function of facts and `now`. Level-triggered: whatever fell due and
 * is not older than the look-back is planned, so a missed run is caught up once; steps that a newer one has overtaken come
 * out as `expired`, so that the ledger tells why nobody got them.
 */
import type { Instant } from '../../schema/ids.ts'
import type { NoticePlan } from '../../schema/notice.ts'
import type { Submission } from '../../schema/round.ts'
import type { RegionState, RoundState } from '../round/rounds.ts'
import { candidatesOf, holdsIn, kinds } from './kinds/kinds.ts'
import { leftOutOf } from './plan/left-out.ts'
import { type Candidate, lookBackDays } from './plan/nid.ts'
import { type Situation, situationOf } from './plan/situation.ts'
import { isOfTheirTime } from './plan/whose.ts'

/** Notices due by `now`, oldest first. Planning again, at any later instant, gives the same ids for the same occasions. */
export function plan(now: Date, state: RegionState, options: { lookBackDays?: number } = {}): NoticePlan[] {
  return planAhead(now, state, options).notices
}

/** The same, and the next instant at which something falls due by today's facts. */
export function planAhead(
  now: Date,
  state: RegionState,
  options: { lookBackDays?: number } = {},
): { notices: NoticePlan[]; nextDueAt: Instant | null } {
  const situation = situationOf(now, state)
  const candidates = candidatesOf(situation)
  return {
    notices: [...dueAmong(situation, candidates, options), ...missedAmong(situation, options)],
    nextDueAt: candidates.find(({ dueAt }) => new Date(dueAt) > now)?.dueAt ?? null,
  }
}

/** The receipts of one revision: what its commit alone causes. All else that follows from it falls due later, or by the minute's plan. */
export function planReceiptsOf(now: Date, { facts, region }: RoundState, submission: Submission): NoticePlan[] {
  const situation = situationOf(now, { region, rounds: [{ ...facts, submissions: [submission] }] })
  return dueAmong(situation, kinds.receipt.candidates(situation), {})
}

function dueAmong(
  situation: Situation,
  candidates: readonly Candidate[],
  options: { lookBackDays?: number },
): NoticePlan[] {
  const { now } = situation
  const since = sinceWhen(now, options)
  return candidates
    .filter(({ dueAt }) => new Date(dueAt) <= now && new Date(dueAt) > since)
    .filter((each) => isOfTheirTime(situation, each) && holdsIn(situation, each))
    .map((each) => ({ ...each, state: new Date(each.expiresAt) <= now ? ('expired' as const) : ('planned' as const) }))
}

/** Only recorded. */
function missedAmong(situation: Situation, options: { lookBackDays?: number }): NoticePlan[] {
  const { now } = situation
  const since = sinceWhen(now, options)
  return leftOutOf(situation)
    .filter(({ notice: { dueAt } }) => new Date(dueAt) <= now && new Date(dueAt) > since)
    .map(({ notice }) => ({ ...notice, state: 'expired' as const }))
}

function sinceWhen(now: Date, options: { lookBackDays?: number }): Date {
  return new Date(now.getTime() - (options.lookBackDays ?? lookBackDays) * 86_400_000)
}
