/**
 * Why a mail goes, as parts that can be put into words: the step of the alert plan, the agencies that it speaks of, and where a
 * holiday or weekend moved it from. Taken from the very slots that the planner uses.
 */
import type { LocalDate } from '../../../schema/ids.ts'
import type { Person } from '../../../schema/region.ts'
import type { Wording } from '../../../schema/wording.ts'
import { datesFor } from '../../round/windows.ts'
import { holidayOn, isWorkingDay } from '../../time/working-days.ts'
import { toldOfWindow } from '../kinds/fact-candidates.ts'
import { correctionBy } from '../kinds/report-corrections.ts'
import { originalOf } from '../kinds/resends.ts'
import { type Occasion, slotAt } from '../kinds/still-true.ts'
import type { AlertStep } from '../plan/alert-steps.ts'
import { isByHand, reminderSlotOf } from '../plan/nudges.ts'
import { agencyOf, personOf } from '../plan/recipients.ts'
import {
  closedTriggers,
  mostUrgent,
  openTriggers,
  roundSlots,
  type SeriesSlot,
  type Trigger,
} from '../plan/reminder-series.ts'
import type { Situation } from '../plan/situation.ts'

export type Explanation = {
  /** The most urgent step of the alert plan, where the calendar caused the mail. */
  step: AlertStep | null
  /** Reminded by hand, or sent again. */
  byHand: boolean
  again: boolean
  /** Agencies that the mail speaks of. A digest speaks of all, and names none here. */
  agencyIds: string[]
  /** The date that the step is about is no working day: which date, and its holiday (null: a weekend). */
  shifted: { from: LocalDate; holiday: Wording | null } | null
}

/** `situation` at the moment that the explanation is for, e.g. when the mail falls due. */
export function explain(situation: Situation, given: Occasion): Explanation {
  const occasion = originalOf(given)
  const again = occasion.slot !== given.slot
  const byHand = isByHand(occasion.slot)
  const person = personOf(situation.region, occasion.recipientId)
  const own = occasion.agencyId === undefined ? [] : [occasion.agencyId]
  const triggers = person === undefined ? [] : triggersOf(situation, occasion, person)
  const step = mostUrgent(triggers) ?? null
  const told = person === undefined ? [] : agenciesTold(situation, occasion, person)
  const agencyIds = [...new Set([...own, ...told, ...triggers.map(({ agencyId }) => agencyId)])]
  return { step, byHand, again, agencyIds, shifted: step === null ? null : shiftOf(situation, triggers, step) }
}

function triggersOf(situation: Situation, occasion: Occasion, person: Person): readonly Trigger[] {
  const open = (slot: SeriesSlot | undefined) => (slot === undefined ? [] : openTriggers(situation, slot))
  if (occasion.kind === 'reminder') return open(reminderSlotOf(situation, person, occasion.slot))
  const facts = situation.rounds.find(({ round }) => round.id === occasion.scope)
  if (facts === undefined || (occasion.kind !== 'opening' && occasion.kind !== 'closed')) return []
  const slot = slotAt(roundSlots(situation, person, facts, occasion.kind), occasion)
  if (occasion.kind === 'opening') return open(slot)
  return slot === undefined ? [] : closedTriggers(situation, slot)
}

function agenciesTold(situation: Situation, occasion: Occasion, person: Person): readonly string[] {
  const facts = situation.rounds.find(({ round }) => round.id === occasion.scope)
  if (facts === undefined) return []
  if (occasion.kind === 'report-correction') {
    return correctionBy(situation, facts, person, Number(occasion.slot))?.agencyIds ?? []
  }
  if (occasion.kind !== 'window') return []
  return toldOfWindow(situation, facts, person, Number(occasion.slot))
}

/** A last working day is always one because the final date is none; the target's steps are when the target is none. */
function shiftOf(situation: Situation, triggers: readonly Trigger[], step: AlertStep): Explanation['shifted'] {
  const trigger = triggers.find(({ slot }) => slot.steps.includes(step))
  if (trigger === undefined) return null
  const { calendar, settings } = situation.region
  const { targetOn, closesOn } = datesFor(trigger.facts, settings.zone, trigger.agencyId)
  const from =
    step === 'last-working-day' ? closesOn : step === 'target-day' || step === 'before-target' ? targetOn : null
  const week = agencyOf(situation.region, trigger.agencyId)?.workingWeek ?? 5
  if (from === null || isWorkingDay(from, calendar, week)) return null
  return { from, holiday: holidayOn(from, calendar)?.name ?? null }
}
