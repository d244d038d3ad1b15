/**
 * Plans every mail but those of signing in, as a pure function of facts and `now`. Level-triggered: whatever fell due and
 * is not older than the look-back is planned, so a missed run is caught up once; steps that a newer one has overtaken come
 * out as `expired`, so that the ledger tells why nobody got them.
 */

import type { NoticePlan } from '../../schema/notice.ts'
import type { RegionState } from '../round/rounds.ts'
import { digestCandidates } from './kinds/digest-candidates.ts'
import { factCandidates } from './kinds/fact-candidates.ts'
import { correctionCandidates } from './kinds/report-corrections.ts'
import { resendCandidates } from './kinds/resends.ts'
import { reminderCandidates, roundCandidates } from './kinds/series-candidates.ts'
import { holdsIn } from './kinds/still-true.ts'
import type { Candidate } from './plan/nid.ts'
import { nudgeCandidates } from './plan/nudges.ts'
import { type Situation, situationOf } from './plan/situation.ts'

/** Nothing older than this is ever mailed. */
export const lookBackDays = 7

/** Notices due by `now`, oldest first. Planning again, at any later instant, gives the same ids for the same occasions. */
export function plan(now: Date, state: RegionState, options: { lookBackDays?: number } = {}): NoticePlan[] {
  const situation = situationOf(now, state)
  const since = new Date(now.getTime() - (options.lookBackDays ?? lookBackDays) * 86_400_000)
  return candidatesOf(situation)
    .filter(({ dueAt }) => new Date(dueAt) <= now && new Date(dueAt) > since)
    .filter((each) => holdsIn(situation, each))
    .map((each) => ({ ...each, state: new Date(each.expiresAt) <= now ? ('expired' as const) : ('planned' as const) }))
}

/** Every occasion that the facts give, past and to come, oldest first; whether each still holds is another question. */
export function candidatesOf(situation: Situation): Candidate[] {
  return [
    ...factCandidates(situation),
    ...roundCandidates(situation),
    ...reminderCandidates(situation),
    ...nudgeCandidates(situation),
    ...resendCandidates(situation),
    ...digestCandidates(situation),
    ...situation.rounds.flatMap((facts) => correctionCandidates(situation, facts)),
  ].toSorted((a, b) => (a.dueAt === b.dueAt ? (a.nid < b.nid ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1))
}
