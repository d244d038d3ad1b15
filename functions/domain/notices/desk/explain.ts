/**
 * Why a mail goes, as parts that can be put into words: the step of the alert plan, the agencies that it speaks of, and where a
 * holiday or weekend moved it from. Taken from the very slots that the planner uses.
 */

import { compareTitles } from '../../../rules/natural-order.ts'
import { holidayOn, isWorkingDay } from '../../../rules/working-days.ts'
import type { LocalDate } from '../../../schema/ids.ts'
import type { Notice } from '../../../schema/notice.ts'
import type { Round } from '../../../schema/round.ts'
import type { Wording } from '../../../schema/wording.ts'
import { agencyOf, personOf } from '../../region/regions.ts'
import { datesFor } from '../../round/windows.ts'
import type { Occasion, SpeaksOf } from '../kinds/kind.ts'
import { kinds } from '../kinds/kinds.ts'
import type { AlertStep } from '../plan/alert-steps.ts'
import { isLeftOut, leftOutOf } from '../plan/left-out.ts'
import { isByHand } from '../plan/nudges.ts'

import { mostUrgent, type Trigger } from '../plan/reminder-series.ts'
import { originalOf } from '../plan/resends.ts'
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
  const notice = originalOf(given)
  const again = notice.slot !== given.slot
  const { triggers, ...speaksOf } = spokenOf(situation, notice)
  const step = mostUrgent(triggers) ?? null
  const own = notice.agencyId === undefined ? [] : [notice.agencyId]
  const all = [...own, ...(speaksOf.agencyIds ?? []), ...triggers.map(({ agencyId }) => agencyId)]
  const shifted = step === null ? null : shiftOf(situation, triggers, step)
  return { step, byHand: isByHand(notice.slot), again, agencyIds: [...new Set(all)], shifted }
}

/** The rounds that the mail speaks of, by title. */
export function roundsOf(situation: Situation, given: Occasion & Pick<Notice, 'rounds'>): Round[] {
  const { triggers } = spokenOf(situation, originalOf(given))
  const ids = new Set([given.scope, ...(given.rounds ?? []), ...triggers.map(({ facts }) => facts.round.id)])
  return situation.rounds
    .map(({ round }) => round)
    .filter(({ id }) => ids.has(id))
    .toSorted((a, b) => compareTitles(a.title.id, b.title.id))
}

function spokenOf(situation: Situation, notice: Occasion): SpeaksOf & { triggers: readonly Trigger[] } {
  const person = personOf(situation.region, notice.recipientId)
  const speaksOf = person && kinds[notice.kind].speaksOf?.({ situation, person, notice })
  const triggers = (isLeftOut(notice) ? missedBy(situation, notice) : speaksOf?.triggers) ?? []
  return { ...speaksOf, triggers }
}

/** The slots that a step which was left out would have spoken of. */
function missedBy(situation: Situation, { kind, scope, recipientId, slot }: Occasion): readonly Trigger[] | undefined {
  return leftOutOf(situation).find(
    ({ notice }) =>
      notice.kind === kind && notice.scope === scope && notice.recipientId === recipientId && notice.slot === slot,
  )?.triggers
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
