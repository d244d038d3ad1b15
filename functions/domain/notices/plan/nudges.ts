/**
 * Reminders by hand, under the rule that holds for all reminders: at most one a recipient a day. One by hand is not planned for
 * whom a reminder reached that day already, unless it was forced with a reason; and after one by hand the day's later scheduled
 * ones are not planned. Whether a mail went earlier is judged by the facts as they stood at its own moment, never by the
 * ledger, so that the plan stays a function of facts.
 */

import { isSameDay, localDateOf } from '../../../rules/wall-clock.ts'
import { endOfDay } from '../../../rules/zone.ts'
import type { Nudge } from '../../../schema/hand-mail.ts'
import type { Person } from '../../../schema/region.ts'
import { factsAsOf } from '../../round/facts-as-of.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { type Candidate, candidate, factSlot } from './nid.ts'
import { agenciesOf, roundPeople, stepFor } from './recipients.ts'
import { isNamed, openTriggers, type SeriesSlot, type Trigger } from './reminder-series.ts'
import { type Situation, situationOf, wideScope } from './situation.ts'

/** A reminder by hand and the round that it belongs to. */
type Placed = { facts: RoundFacts; nudge: Nudge; at: Date }

const lastOfAll = { at: new Date(8.64e15) }
const handSlot = /^hand\.([A-Za-z0-9-]+)\.(\d{4,})$/

/** The slot of a reminder by hand: its round and number, since its scope covers all rounds. */
export function slotOfNudge(round: string, number: number): string {
  return `hand.${round}.${factSlot(number)}`
}

/** Is it the slot of a reminder by hand? */
export function isByHand(slot: string): boolean {
  return handSlot.test(slot)
}

/** The reminder by hand that a slot names. */
export function nudgeAt(situation: Situation, slot: string): Nudge | undefined {
  return placedNudge(situation, slot)?.nudge
}

/** The occasion of a reminder, scheduled or by hand, if the facts still have it. */
export function reminderSlotOf(situation: Situation, person: Person, slot: string): SeriesSlot | undefined {
  if (!isByHand(slot)) return situation.reminders(person).find((each) => isNamed(each, slot))
  const place = placedNudge(situation, slot)
  return place && nudgeSlot(situation, person, place)
}

/** May this reminder go to this person, beside what reached the person that day already? */
export function keepsToOneADay(situation: Situation, person: Person, slot: string): boolean {
  const place = placedNudge(situation, slot)
  if (place !== undefined)
    return place.nudge.forcedBecause !== undefined || remindedAt(situation, person, place) === undefined
  const at = reminderSlotOf(situation, person, slot)?.at
  return at === undefined || nudgesBefore(situation, person, at).length === 0
}

/** When the person was reminded on the day of this reminder by hand, before it; `undefined` = not yet. */
export function remindedBefore(situation: Situation, person: Person, slot: string): Date | undefined {
  const place = placedNudge(situation, slot)
  return place && remindedAt(situation, person, place)
}

/** The last occasion before an instant at which the person was reminded of these agencies, by the plan or by hand; `undefined`: none. */
export function lastReminderBefore(
  situation: Situation,
  person: Person,
  { at, triggers }: Pick<SeriesSlot, 'at' | 'triggers'>,
): Date | undefined {
  const times = triggers.flatMap(({ facts, agencyId }) => [
    ...situation
      .slots(facts, agencyId)
      .filter(({ part }) => part !== 'opening' && part !== 'closed')
      .flatMap((slot) => stepFor(situation.region, agencyId, person, slot) ?? []),
    ...facts.nudges.filter(({ agencyIds }) => agencyIds.includes(agencyId)).map((nudge) => new Date(nudge.at)),
  ])
  return times
    .filter((each) => each < at)
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(-1)
}

/** Candidates to everybody whom a reminder by hand addresses. It is over with its day. */
export function nudgeCandidates(situation: Situation): Candidate[] {
  const { region, zone } = { region: situation.region.settings.region, zone: situation.region.settings.zone }
  return placesIn(situation).flatMap((place) =>
    roundPeople(situation.region, place.facts.round)
      .filter((person) => nudgeSlot(situation, person, place) !== undefined)
      .map((person) => {
        const { number, at } = place.nudge
        const slot = slotOfNudge(place.facts.round.id, number)
        return candidate(
          { kind: 'reminder', region, scope: wideScope(situation), recipientId: person.id, slot },
          { dueAt: place.at, expiresAt: endOfDay(localDateOf(new Date(at), zone), zone) },
          `by hand ${factSlot(number)} of round ${place.facts.round.id}`,
        )
      }),
  )
}

function placesIn(situation: Situation): Placed[] {
  return situation.rounds.flatMap((facts) => facts.nudges.map((nudge) => ({ facts, nudge, at: new Date(nudge.at) })))
}

function placedNudge(situation: Situation, slot: string): Placed | undefined {
  const [, round, number] = handSlot.exec(slot) ?? []
  return placesIn(situation).find(({ facts, nudge }) => facts.round.id === round && nudge.number === Number(number))
}

/** As every reminder it covers all open work of its recipient, but an agency that was named must have some. */
function nudgeSlot(situation: Situation, person: Person, { facts, nudge, at }: Placed): SeriesSlot | undefined {
  // Whatever is known of addresses by now counts: who reminds by hand knows it.
  const isTold = (id: string) => stepFor(situation.region, id, person, lastOfAll) !== undefined || isHead(nudge, person)
  const named = agenciesOf(person, facts.round).filter((id) => nudge.agencyIds.includes(id) && isTold(id))
  const open = openTriggers(situation, {
    key: '',
    at,
    triggers: named.map((id) => triggerOf(situation, facts, id, at)),
  })
  if (open.length === 0) return undefined
  const triggers = situation.rounds.flatMap((each) =>
    agenciesOf(person, each.round).map((id) => triggerOf(situation, each, id, at)),
  )
  return { key: slotOfNudge(facts.round.id, nudge.number), at, triggers }
}

function isHead(nudge: Nudge, person: Person): boolean {
  return nudge.heads && person.role === 'verifier' && !person.disabled
}

/** No step of the alert plan: what such a mail says follows from the day on which it is written. */
function triggerOf({ region }: Situation, facts: RoundFacts, agencyId: string, at: Date): Trigger {
  const { zone } = region.settings
  const { closesAt } = datesFor(facts, zone, agencyId)
  return {
    facts,
    agencyId,
    slot: { at, date: localDateOf(at, zone), part: 'morning', steps: [], current: true, closesAt },
  }
}

function remindedAt(situation: Situation, person: Person, place: Placed): Date | undefined {
  const scheduled = situation
    .reminders(person)
    .filter(
      ({ at }) =>
        at <= place.at &&
        isSameDay(at, place.at, situation.region.settings.zone) &&
        wentAsPlanned(situation, person, at),
    )
    .map(({ at }) => at)
  const earlier = nudgesBefore(situation, person, place.at, place)
  return [...scheduled, ...earlier].toSorted((a, b) => a.getTime() - b.getTime()).at(-1)
}

/** Did the scheduled reminder have a reason at its own moment? */
function wentAsPlanned(situation: Situation, person: Person, at: Date): boolean {
  const then = situationAt(situation, at)
  const slot = then.reminders(person).find((each) => each.at.getTime() === at.getTime())
  return slot !== undefined && openTriggers(then, slot).length > 0
}

/** Instants of the reminders by hand that went to the person on that day before an instant (and, at the same one, before `than`). */
function nudgesBefore(situation: Situation, person: Person, before: Date, than?: Placed): Date[] {
  return placesIn(situation)
    .filter(({ at }) => isSameDay(at, before, situation.region.settings.zone))
    .filter((place) => (than === undefined ? place.at < before : isEarlier(place, than)))
    .filter((place) => wentByHand(situation, person, place))
    .map(({ at }) => at)
}

/** An order among all reminders by hand, so that of two at one instant exactly one is the earlier. */
function isEarlier(a: Placed, b: Placed): boolean {
  if (a.at.getTime() !== b.at.getTime()) return a.at < b.at
  if (a.facts.round.id !== b.facts.round.id) return a.facts.round.id < b.facts.round.id
  return a.nudge.number < b.nudge.number
}

function wentByHand(situation: Situation, person: Person, { facts, nudge, at }: Placed): boolean {
  const then = situationAt(situation, at)
  const slot = slotOfNudge(facts.round.id, nudge.number)
  return reminderSlotOf(then, person, slot) !== undefined && keepsToOneADay(then, person, slot)
}

const pasts = new WeakMap<Situation, Map<number, Situation>>()

/** The situation as it was; people, addresses and calendar are those of today. */
function situationAt(situation: Situation, at: Date): Situation {
  const known = pasts.get(situation) ?? new Map<number, Situation>()
  pasts.set(situation, known)
  const { region, rounds } = situation
  const past =
    known.get(at.getTime()) ?? situationOf(at, { region, rounds: rounds.map((facts) => factsAsOf(at, facts)) })
  known.set(at.getTime(), past)
  return past
}
