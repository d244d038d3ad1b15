/**
 * Plans every mail but those of signing in, as a pure function of facts and `now`. Level-triggered: whatever fell due and
 * is not older than the look-back is planned, so a missed run is caught up once; steps that a newer one has overtaken come
 * out as `expired`, so that the ledger tells why nobody got them.
 */
import type { NoticePlan } from '../../schema/notice.ts'
import type { RegionState } from '../round/rounds.ts'
import { candidatesOf, holdsIn } from './kinds/kinds.ts'
import { situationOf } from './plan/situation.ts'

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
