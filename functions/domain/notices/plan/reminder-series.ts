/**
 * The series of mails that the calendar causes for one recipient: opening, reminders, closed. A reminder covers all
 * agencies, forms and rounds of its recipient, so its slots are merged by local day: one a day, but for the target day's
 * later times. Merging looks at the whole history, so that an extension during a day cannot cause a second mail that day.
 */

import { needsWork } from '../../../rules/completeness.ts'
import type { Person } from '../../../schema/region.ts'
import type { Assignment } from '../../../schema/round.ts'
import { isOpenAt, type Timeless } from '../../round/assignments.ts'
import { latestReview, latestSubmission } from '../../round/may-write.ts'
import type { RegionState, RoundFacts } from '../../round/rounds.ts'
import { type AlertSlot, type AlertStep, byUrgency } from './alert-steps.ts'
import { agenciesOf, stepFor } from './recipients.ts'
import { joinedAt, wasTheirs } from './whose.ts'

/** The facts at an instant, with an agency's assignments at `now` and its slots in a round, each computed once. */
export type SeriesFacts = RegionState & {
  now: Date
  assignments(facts: RoundFacts, agencyId: string): readonly Assignment[]
  /** Those of them that need work, at any instant alike. */
  owed(facts: RoundFacts, agencyId: string): readonly Timeless[]
  slots(facts: RoundFacts, agencyId: string): readonly AlertSlot[]
  /** Its steps whose hour was past when it was set. */
  leftOut(facts: RoundFacts, agencyId: string): readonly AlertSlot[]
}

/** One agency's slot that causes a mail to the recipient. */
export type Trigger = { facts: RoundFacts; agencyId: string; slot: AlertSlot }

/** An occasion of one recipient. `key`: its day and the part of it. `triggers` hold only slots under the dates in force. */
export type SeriesSlot = { key: string; at: Date; triggers: readonly Trigger[] }

const reminderSteps: readonly AlertStep[] = ['before-target', 'target-day', 'overdue', 'last-working-day', 'final-day']

/** The recipient's reminder slots over all rounds in view, ascending; overtaken ones without triggers are left out. */
export function reminderSlots(situation: SeriesFacts, person: Person): readonly SeriesSlot[] {
  const days = new Map<string, { key: string; at: Date; triggers: Trigger[] }>()
  for (const trigger of triggersOf(situation, person, reminderSteps)) {
    const { at, current } = trigger.slot
    const key = keyOf(trigger.slot)
    const day = days.get(key) ?? { key, at, triggers: [] }
    if (at < day.at) day.at = at
    if (current) day.triggers.push(trigger)
    days.set(key, day)
  }
  return merged([...days.values()])
}

/** The instants at which agencies of the recipient are told, for one round, that it opened or closed. */
export function roundSlots(
  situation: SeriesFacts,
  person: Person,
  facts: RoundFacts,
  step: 'opening' | 'closed',
): readonly SeriesSlot[] {
  return merged(
    triggersOf({ ...situation, rounds: [facts] }, person, [step]).map((trigger) => ({
      key: keyOf(trigger.slot),
      at: trigger.slot.at,
      triggers: trigger.slot.current || step === 'opening' ? [trigger] : [],
    })),
  )
}

/** Steps that the recipient missed because their hour was past when it was set; what another agency caused in that part of the day told of all. */
export function leftOutSlots(
  situation: SeriesFacts,
  person: Person,
  steps: readonly AlertStep[] = reminderSteps,
): readonly SeriesSlot[] {
  const due = new Set(triggersOf(situation, person, steps).map(({ slot }) => keyOf(slot)))
  const missed = triggersOf({ ...situation, slots: situation.leftOut }, person, steps).map((trigger) => ({
    key: keyOf(trigger.slot),
    at: trigger.slot.at,
    triggers: [trigger],
  }))
  return merged(missed.filter(({ key }) => !due.has(key)))
}

function triggersOf(situation: SeriesFacts, person: Person, steps: readonly AlertStep[]): Trigger[] {
  return situation.rounds.flatMap((facts) =>
    agenciesOf(person, facts.round).flatMap((agencyId) =>
      situation
        .slots(facts, agencyId)
        .filter((slot) => slot.steps.some((step) => steps.includes(step)))
        .flatMap((slot) => {
          const at = stepFor(situation.region, agencyId, person, slot)
          return at === undefined || !isTold(person, facts, { agencyId, slot, at })
            ? []
            : { facts, agencyId, slot: { ...slot, at } }
        }),
    ),
  )
}

/** Whoever was given the agency later is told by the mail about that. An agency that joins later is told of the opening then. */
function isTold(
  person: Person,
  facts: RoundFacts,
  { agencyId, slot, at }: Omit<Trigger, 'facts'> & { at: Date },
): boolean {
  if (person.servesSince === undefined) return true
  const joined = slot.part === 'opening' ? joinedAt(facts, agencyId) : at
  return wasTheirs(person, facts, { agencyId, at: joined > at ? joined : at })
}

/** Releases until November 2026 named a slot by its instant; what they planned still counts. */
export function isNamed({ key, at }: Pick<SeriesSlot, 'key' | 'at'>, slot: string): boolean {
  return key === slot || (slot.endsWith('Z') && at.toISOString() === slot)
}

function keyOf({ date, part }: AlertSlot): string {
  return `${date}.${part}`
}

function merged(slots: readonly SeriesSlot[]): readonly SeriesSlot[] {
  const byInstant = new Map<number, SeriesSlot>()
  for (const { key, at, triggers } of slots) {
    const known = byInstant.get(at.getTime())
    byInstant.set(at.getTime(), { key: known?.key ?? key, at, triggers: [...(known?.triggers ?? []), ...triggers] })
  }
  return [...byInstant.values()]
    .filter(({ triggers }) => triggers.length > 0)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The agency's forms that are still to be done and may still be done. */
export function openWork(situation: SeriesFacts, facts: RoundFacts, agencyId: string): readonly Assignment[] {
  return situation.assignments(facts, agencyId).filter((cell) => cell.open && needsWork(cell))
}

/**
 * Triggers that still hold: there is open work that was already open at the slot. Work returned after it has had its own
 * mail, and does not make the morning's reminder true again.
 */
export function openTriggers(situation: SeriesFacts, { at, triggers }: SeriesSlot): readonly Trigger[] {
  const now = situation.now.toISOString()
  return triggers.filter(({ facts, agencyId }) =>
    situation.owed(facts, agencyId).some((cell) => isOpenAt(now, facts, cell) && !returnedAfter(facts, cell, at)),
  )
}

function returnedAfter(facts: RoundFacts, { agencyId, formId, status }: Timeless, at: Date): boolean {
  if (status !== 'returned') return false
  const submission = latestSubmission(facts, agencyId, formId)
  const review = submission && latestReview(facts, submission)
  return review !== undefined && new Date(review.at) > at
}

/** Triggers of a closed mail that still hold: something was left undone and can no longer be done. */
export function closedTriggers(situation: SeriesFacts, { triggers }: SeriesSlot): readonly Trigger[] {
  const now = situation.now.toISOString()
  return triggers.filter(({ facts, agencyId }) =>
    situation.owed(facts, agencyId).some((cell) => !isOpenAt(now, facts, cell) && cell.opensAt < cell.closesAt),
  )
}

/** The step that decides over subject and first sentence. */
export function mostUrgent(triggers: readonly Trigger[]): AlertStep | undefined {
  return triggers
    .flatMap(({ slot }) => slot.steps)
    .toSorted(byUrgency)
    .at(0)
}
