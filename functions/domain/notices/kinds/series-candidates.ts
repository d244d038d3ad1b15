/**
 * Candidates of the calendar's series, with their latest useful moments: a step is over when the recipient's next one
 * comes, or when the last window it speaks of closes, whichever is first. So of several steps that fell due together only
 * the newest is alive. The news that a round closed stays useful for three days.
 */
import type { Person } from '../../../schema/region.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type Candidate, candidate } from '../plan/nid.ts'
import { roundPeople } from '../plan/recipients.ts'
import { mostUrgent, roundSlots, type SeriesSlot } from '../plan/reminder-series.ts'
import { type Situation, wideScope } from '../plan/situation.ts'

const dayMs = 86_400_000
const closedUsefulMs = 3 * dayMs

/** Reminders to everybody who serves an agency of a round in view. */
export function reminderCandidates(situation: Situation): Candidate[] {
  const people = new Map(
    situation.rounds.flatMap(({ round }) => roundPeople(situation.region, round)).map((person) => [person.id, person]),
  )
  return [...people.values()].flatMap((person) => {
    const slots = situation.reminders(person)
    return slots.map((slot, i) =>
      candidate(
        {
          kind: 'reminder',
          region: regionOf(situation),
          scope: wideScope(situation),
          recipientId: person.id,
          slot: slotOf(slot.at),
        },
        { dueAt: slot.at, expiresAt: earliest(slots[i + 1]?.at, lastClosing(slot)) },
        `step ${mostUrgent(slot.triggers)} of round ${roundsOf(slot)}`,
      ),
    )
  })
}

/** Opening and closed mails of every round in view. */
export function roundCandidates(situation: Situation): Candidate[] {
  return situation.rounds.flatMap((facts) =>
    roundPeople(situation.region, facts.round).flatMap((person) => [
      ...openings(situation, facts, person),
      ...closings(situation, facts, person),
    ]),
  )
}

function openings(situation: Situation, facts: RoundFacts, person: Person): Candidate[] {
  const next = (at: Date) => situation.reminders(person).find((slot) => slot.at > at)?.at
  return roundSlots(situation, person, facts, 'opening').map((slot) =>
    candidate(
      { ...inRound(situation, facts, person), kind: 'opening', slot: slotOf(slot.at) },
      { dueAt: slot.at, expiresAt: earliest(next(slot.at), lastClosing(slot)) },
      `step opening of round ${facts.round.id}`,
    ),
  )
}

function closings(situation: Situation, facts: RoundFacts, person: Person): Candidate[] {
  return roundSlots(situation, person, facts, 'closed').map((slot) =>
    candidate(
      { ...inRound(situation, facts, person), kind: 'closed', slot: slotOf(slot.at) },
      { dueAt: slot.at, expiresAt: new Date(slot.at.getTime() + closedUsefulMs) },
      `step closed of round ${facts.round.id}`,
    ),
  )
}

/** The identity that all notices of a round to one person share. */
export function inRound(situation: Situation, facts: RoundFacts, person: Person) {
  return { region: regionOf(situation), scope: facts.round.id, recipientId: person.id }
}

/** A slot of the calendar is its instant. */
export function slotOf(at: Date): string {
  return at.toISOString()
}

function regionOf(situation: Situation): string {
  return situation.region.settings.region
}

function roundsOf({ triggers }: SeriesSlot): string {
  return [...new Set(triggers.map(({ facts }) => facts.round.id))].join(', ')
}

function lastClosing({ triggers }: SeriesSlot): Date {
  return new Date(Math.max(...triggers.map(({ slot }) => slot.closesAt.getTime())))
}

function earliest(next: Date | undefined, closing: Date): Date {
  return next !== undefined && next < closing ? next : closing
}
