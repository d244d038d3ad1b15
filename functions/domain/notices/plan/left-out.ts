/**
 * Steps whose hour was past when it was set: never sent, for nobody is mailed late, and never silently gone either. Each is a notice of its
 * own that the ledger only records, so that a step whose hour is moved back to a later one of the day can still be sent.
 */
import { hourPast } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { getsDigest } from './digest-slots.ts'
import { type Candidate, candidate, inRound, type NoticeIdentity } from './nid.ts'
import { coordinators, roundPeople } from './recipients.ts'
import { closedTriggers, leftOutSlots, mostUrgent, openTriggers, type Trigger } from './reminder-series.ts'
import { type Situation, wideScope } from './situation.ts'

const mark = 'left-out.'

/** `triggers`: the slots that it would have spoken of. `step`: the identity under which it would have been sent. */
export type LeftOut = { notice: Candidate; triggers: readonly Trigger[]; step: NoticeIdentity }

export function isLeftOut({ slot }: { slot: string }): boolean {
  return slot.startsWith(mark)
}

/** All that the facts give, whether or not it is recorded already. */
export function leftOutOf(situation: Situation): LeftOut[] {
  const { rounds, region } = situation
  const people = new Map(rounds.flatMap(({ round }) => roundPeople(region, round)).map((person) => [person.id, person]))
  return [
    ...[...people.values()].flatMap((person) => remindersOf(situation, person)),
    ...rounds.flatMap((facts) => [
      ...roundPeople(region, facts.round).flatMap((person) => roundMailsOf(situation, facts, person)),
      ...coordinators(region, true).flatMap((person) => digestsOf(situation, facts, person)),
    ]),
  ]
}

function remindersOf(situation: Situation, person: Person): LeftOut[] {
  const { region } = situation.region.settings
  const own = { kind: 'reminder', region, scope: wideScope(situation), recipientId: person.id } as const
  return leftOutSlots(situation, person).flatMap((slot) => {
    const triggers = openTriggers(situation, slot)
    return triggers.length === 0 ? [] : leftOut({ ...own, slot: slot.key }, slot.at, triggers)
  })
}

function roundMailsOf(situation: Situation, facts: RoundFacts, person: Person): LeftOut[] {
  const alone = { ...situation, rounds: [facts] }
  return (['opening', 'closed'] as const).flatMap((kind) =>
    leftOutSlots(alone, person, [kind]).flatMap((slot) => {
      const triggers = kind === 'opening' ? openTriggers(situation, slot) : closedTriggers(situation, slot)
      const own = { ...inRound(situation, facts, person), kind, slot: slot.key }
      return triggers.length === 0 ? [] : leftOut(own, slot.at, triggers)
    }),
  )
}

function digestsOf(situation: Situation, facts: RoundFacts, person: Person): LeftOut[] {
  return situation
    .leftOutDigests(facts, person)
    .filter(({ kind }) => getsDigest(person, kind))
    .map(({ key, at, kind }) => leftOut({ ...inRound(situation, facts, person), kind, slot: key }, at, []))
}

function leftOut(step: NoticeIdentity, at: Date, triggers: readonly Trigger[]): LeftOut {
  const about = mostUrgent(triggers) ?? step.kind
  const identity = { ...step, slot: `${mark}${step.slot}` }
  const notice = candidate(
    identity,
    { dueAt: at, expiresAt: at },
    `step ${about}, left out: its hour was past when it was set`,
  )
  return { notice: { ...notice, reason: hourPast }, triggers, step }
}
