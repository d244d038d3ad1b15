/**
 * The facts that a plan or a mail is a function of, with what is derived from them computed once per run. A reminder covers
 * all rounds of its recipient, so the facts of a region are one value.
 */

import { needsWork } from '../../../rules/completeness.ts'
import { allRounds } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import type { Window } from '../../../schema/round.ts'
import { agencyOf } from '../../region/regions.ts'
import { assigning, assignmentsAt, type ExpectedOf } from '../../round/assignments.ts'
import { ofAgency } from '../../round/by-work.ts'
import type { RegionState, RoundFacts } from '../../round/rounds.ts'
import { isDraft, windowsOf } from '../../round/windows.ts'
import { alertSlots, leftOutSteps } from './alert-steps.ts'
import { type DigestSlot, digestSlots, leftOutDigests } from './digest-slots.ts'
import { reminderSlots, type SeriesFacts, type SeriesSlot } from './reminder-series.ts'
import { settingsHistory } from './settings-history.ts'

/** The scope of a mail over all rounds in view. A rehearsal is in view alone, and what is planned for it stays in it. */
export function wideScope({ rounds }: Pick<RegionState, 'rounds'>): string {
  return rounds.find(({ round }) => isRehearsalId(round.id))?.round.id ?? allRounds
}

export type Situation = SeriesFacts & {
  /** Rounds that are being prepared. Nothing is said about them. */
  drafts: readonly RoundFacts[]
  /** The recipient's digests of a round, at the hours of the recipient's choice. */
  digests(facts: RoundFacts, person: Person): readonly DigestSlot[]
  /** The recipient's digests whose hour was past when it was set. */
  leftOutDigests(facts: RoundFacts, person: Person): readonly DigestSlot[]
  /** The recipient's reminders over all rounds in view. */
  reminders(person: Person): readonly SeriesSlot[]
}

/** `expectedOf` is needed only where completeness is shown. */
export function situationOf(now: Date, state: RegionState, expectedOf?: ExpectedOf): Situation {
  const { region } = state
  // About a draft nothing is said, nor about a round that waits for its assignments.
  const { open: rounds = [], drafts = [] } = Object.groupBy(state.rounds, (each) =>
    isDraft(each) || each.round.assignments.length === 0 ? 'drafts' : 'open',
  )
  const slotsByRound = once((facts: RoundFacts) => onceAlike(facts, region, alertSlots))
  const digestsByRound = once((facts: RoundFacts) =>
    once((hours: string) => digestSlots(facts, region, { hours: JSON.parse(hours) })),
  )
  const leftOutByRound = once((facts: RoundFacts) => onceAlike(facts, region, leftOutSteps))
  const owedByRound = once((facts: RoundFacts) =>
    once((agencyId: string) => situation.assignments(facts, agencyId).filter(needsWork)),
  )
  const situation: Situation = {
    now,
    region,
    rounds,
    drafts,
    assignments: assignmentsOf(now, region, expectedOf),
    owed: (facts, agencyId) => owedByRound(facts)(agencyId),
    slots: (facts, agencyId) => slotsByRound(facts)(agencyId),
    digests: (facts, person) => digestsByRound(facts)(hoursKey(person)),
    leftOut: (facts, agencyId) => leftOutByRound(facts)(agencyId),
    leftOutDigests: (facts, { digest }) => leftOutDigests(facts, region, digest),
    reminders: once((person) => reminderSlots(situation, person)),
  }
  return situation
}

/** The same facts at another moment: only how far the work is depends on it; what the calendar causes was computed already. */
export function situationAt(now: Date, known: Situation): Situation {
  const byRound = once((facts: RoundFacts) => {
    const then = assignmentsAt(now, { facts, region: known.region })
    return once((agencyId: string) => then(known.assignments(facts, agencyId)))
  })
  return { ...known, now, assignments: (facts, agencyId) => byRound(facts)(agencyId) }
}

/** Situations of the same facts at several moments as they are with one of the rounds alone in view, each made once. */
export function onlyWith(round: string, one: Situation): (known: Situation) => Situation {
  const only = (all: readonly RoundFacts[]) => all.filter((facts) => facts.round.id === round)
  const own = { rounds: only(one.rounds), drafts: only(one.drafts) }
  const reminders = once((person: Person) => reminderSlots({ ...one, ...own }, person))
  return once((known) => ({ ...known, ...own, reminders }))
}

/** Agencies about which the same was decided, and whose weeks are alike, have the same steps: thousands have few. */
function onceAlike<Value>(
  facts: RoundFacts,
  region: RegionState['region'],
  compute: (facts: RoundFacts, region: RegionState['region'], agencyId: string) => Value,
): (agencyId: string) => Value {
  const known = once((_: readonly Window[]) => new Map<string, Value>())
  const history = settingsHistory(facts, region)
  return (agencyId) => {
    const values = known(windowsOf(facts, agencyId))
    const weeks = history.map((then) => agencyOf(then.region, agencyId)?.workingWeek).join()
    const value = values.get(weeks) ?? compute(facts, region, agencyId)
    values.set(weeks, value)
    return value
  }
}

/** Of one agency at a time: a mail is about few of them, and a round may have thousands. */
function assignmentsOf(now: Date, region: RegionState['region'], expectedOf?: ExpectedOf): Situation['assignments'] {
  const byRound = once((facts: RoundFacts) => {
    const of = assigning(now, { facts, region }, expectedOf)
    return once((agencyId: string) => of(ofAgency(facts.round.assignments, agencyId)))
  })
  return (facts, agencyId) => byRound(facts)(agencyId)
}

/** Most coordinators have the same hours, and so the same slots. */
function hoursKey({ digest }: Person): string {
  return JSON.stringify(digest?.hours ?? [])
}

function once<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
