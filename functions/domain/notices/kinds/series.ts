/** What opening, reminder and closed mails have in common: slots of the alert plan, and one block an agency. */
import { needsWork } from '../../../rules/completeness.ts'
import { isNamed, openWork, type SeriesSlot, type Trigger } from '../plan/reminder-series.ts'
import { cellsOf } from '../plan/work.ts'
import type { Composing } from '../write/composing.ts'
import { agencyBlock } from '../write/work-lines.ts'
import type { About, DropReason, Occasion } from './kind.ts'

/** The recipient's slot that the occasion names, if the dates in force still have it. */
export function slotAt(slots: readonly SeriesSlot[], { slot }: Pick<Occasion, 'slot'>): SeriesSlot | undefined {
  return slots.find((each) => isNamed(each, slot))
}

/** Of what is still owed under the slot: `closed` or `reopened` as the caller calls a changed window, or nothing is. */
export function whyNotOwed(
  { situation }: About,
  slot: SeriesSlot | undefined,
  changed: 'closed' | 'reopened',
): DropReason {
  if (slot === undefined) return 'dates-moved'
  const owed = slot.triggers.flatMap(({ facts, agencyId }) => cellsOf(situation, facts, agencyId).filter(needsWork))
  const isChanged = changed === 'reopened' || owed.every(({ open }) => !open)
  return owed.length > 0 && isChanged ? changed : 'nothing-left-to-do'
}

/** Until the next mail of the series, and never after the last of the closings. */
export function usefulUntil({ triggers }: SeriesSlot, next: Date | undefined): Date {
  const closing = new Date(Math.max(...triggers.map(({ slot }) => slot.closesAt.getTime())))
  return next !== undefined && next < closing ? next : closing
}

/** One block an agency and round, in the order of the triggers. */
export function blocksOf(composing: Composing, triggers: readonly Pick<Trigger, 'facts' | 'agencyId'>[]) {
  const withRound = new Set(triggers.map(({ facts }) => facts.round.id)).size > 1
  const places = new Map(triggers.map((trigger) => [`${trigger.facts.round.id}#${trigger.agencyId}`, trigger]))
  return [...places.values()].map(({ facts, agencyId }) =>
    agencyBlock(composing, { facts, agencyId, cells: openWork(composing.situation, facts, agencyId), withRound }),
  )
}
