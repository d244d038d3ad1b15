/**
 * The mails to come, now or as if another day were today, and what a change of dates would do to them before it is decided.
 * The change is put into the facts as if it had been decided, and the planner is asked again: there is no second way to compute.
 */

import type { LocalDate } from '../../../schema/ids.ts'
import type { WindowRequest } from '../../../schema/requests.ts'
import type { Window } from '../../../schema/round.ts'
import { Refused } from '../../refusal.ts'
import { whyNot, windowFrom } from '../../round/change-window.ts'
import { factsAsOf } from '../../round/facts-as-of.ts'
import type { RegionState, RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import type { Candidate } from '../plan/nid.ts'
import { type Explanation, explain } from './explain.ts'
import { concerning, type Upcoming, upcomingNotices } from './upcoming.ts'

export type PlannedMail = Candidate & Explanation
export type MailPlan = {
  mails: PlannedMail[]
  /** The facts in which they are planned: known then, and supposed. */
  state: RegionState
  /**
   * With a change: mails that would come on top, those that would not come any more, and those that would come at the same time
   * but as another step. The others stay as they are.
   */
  difference?: { added: PlannedMail[]; removed: PlannedMail[]; changed: PlannedMail[]; dates: ChangedDates[] }
}
/** The dates of one agency before and after. */
export type ChangedDates = Record<'targetOn' | 'closesOn', { before: LocalDate; after: LocalDate }> & {
  agencyId: string
}

/** A decision that has not been made. */
export type SupposedChange = Omit<WindowRequest, 'reason' | 'basis'>

/** Oldest first. Refuses with `window-invalid` what could not be decided at that moment. */
export function planMails(asOf: Date, state: RegionState, round: string, change?: SupposedChange): MailPlan {
  const then = stateAsOf(asOf, state)
  const now = upcomingNotices(asOf, then, round)
  if (change === undefined) return { mails: explained(concerning(now, round)), state: then }
  const supposed = suppose(asOf, then, round, change)
  const later = upcomingNotices(asOf, supposed, round)
  // A reminder that goes on coming because of another round is neither more nor less by the change: all are compared.
  const [mails, after] = [explained(now), explained(later)]
  const told = new Set(concerning(later, round).map(({ mail }) => mail.nid))
  return {
    mails: after.filter(({ nid }) => told.has(nid)),
    state: supposed,
    difference: {
      added: without(after, mails),
      removed: without(mails, after),
      changed: changedAmong(after, mails),
      dates: changedDates(then, supposed, round),
    },
  }
}

/** Facts later than that moment are not known then. */
export function stateAsOf(asOf: Date, { region, rounds }: RegionState): RegionState {
  return { region, rounds: rounds.map((facts) => factsAsOf(asOf, facts)) }
}

/** Each mail is explained as of the moment at which it falls due. */
export function explained(mails: readonly Upcoming[]): PlannedMail[] {
  return mails.map(({ mail, situation }) => ({ ...mail, ...explain(situation, mail) }))
}

function suppose(asOf: Date, state: RegionState, round: string, change: SupposedChange): RegionState {
  // What falls due at the very moment is no mail to come; a decision is made after it.
  const at = new Date(asOf.getTime() + 1)
  const rounds = state.rounds.map((facts) => {
    if (facts.round.id !== round) return facts
    const request = { ...change, reason: '-' }
    const reason = whyNot(at, { facts, region: state.region }, request)
    if (reason !== undefined) throw new Refused({ code: 'window-invalid', reason })
    const number = (facts.windows.at(-1)?.number ?? 0) + 1
    const window: Window = windowFrom(at, request, { number, by: 'system' })
    return { ...facts, windows: [...facts.windows, window] }
  })
  return { ...state, rounds }
}

function without(mails: readonly PlannedMail[], others: readonly PlannedMail[]): PlannedMail[] {
  const known = new Set(others.map(({ nid }) => nid))
  return mails.filter(({ nid }) => !known.has(nid))
}

/** Those that both lists have, where they are another step than among `others`. */
function changedAmong(mails: readonly PlannedMail[], others: readonly PlannedMail[]): PlannedMail[] {
  const steps = new Map(others.map(({ nid, step }) => [nid, step]))
  return mails.filter(({ nid, step }) => steps.has(nid) && steps.get(nid) !== step)
}

function changedDates(before: RegionState, after: RegionState, round: string): ChangedDates[] {
  const { zone } = before.region.settings
  const facts = (state: RegionState) => state.rounds.find((each) => each.round.id === round) as RoundFacts
  const ids = [...new Set(facts(before).round.assignments.map(({ agencyId }) => agencyId))]
  return ids
    .map((agencyId) => {
      const [old, now] = [datesFor(facts(before), zone, agencyId), datesFor(facts(after), zone, agencyId)]
      const pair = (key: 'targetOn' | 'closesOn') => ({ before: old[key], after: now[key] })
      return { agencyId, targetOn: pair('targetOn'), closesOn: pair('closesOn') }
    })
    .filter(({ targetOn, closesOn }) => targetOn.before !== targetOn.after || closesOn.before !== closesOn.after)
}
