/**
 * Why a planned mail is not sent after all, in one word for the ledger: the coordinator who asks "why did this not go" reads
 * it there. Asked only about notices that do not hold any more.
 */
import { needsWork } from '../../round/assignments.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { windowsOf } from '../../round/windows.ts'
import { isByHand, reminderSlotOf } from '../plan/nudges.ts'
import { agenciesOf } from '../plan/recipients.ts'
import { openTriggers, roundSlots, type SeriesSlot } from '../plan/reminder-series.ts'
import { type Composing, roundOf } from '../write/composing.ts'
import { cellsOf } from './fact-candidates.ts'
import { slotAt } from './still-true.ts'

/**
 * `nothing-left-to-do`: submitted, nil or accepted meanwhile. `closed`, `reopened`: the window changed under it. `dates-moved`:
 * the dates in force no longer have this occasion. `overtaken`: a newer revision or decision speaks instead.
 * `not-responsible`: the person no longer serves the agency, or has another role. `reminded-today`: one a day
 * was sent already. `unsubscribed`: the coordinator wants no digests. `no-round`: the round is not there.
 */
export type DropReason =
  | 'nothing-left-to-do'
  | 'closed'
  | 'reopened'
  | 'dates-moved'
  | 'overtaken'
  | 'not-responsible'
  | 'reminded-today'
  | 'unsubscribed'
  | 'no-round'

export function dropReason(composing: Composing): DropReason {
  const { situation, person, notice } = composing
  if (notice.kind === 'reminder') {
    const slot = reminderSlotOf(situation, person, notice.slot)
    if (slot !== undefined && openTriggers(situation, slot).length > 0) return 'reminded-today'
    if (isByHand(notice.slot)) return 'nothing-left-to-do'
    return seriesReason(composing, situation.reminders(person))
  }
  const facts = roundOf(composing)
  if (facts === undefined) return 'no-round'
  switch (notice.kind) {
    case 'opening':
      return seriesReason(composing, roundSlots(situation, person, facts, 'opening'))
    case 'closed':
      return closedReason(composing, roundSlots(situation, person, facts, 'closed'))
    case 'window':
      return windowReason(composing, facts)
    case 'extension-asked':
      return person.role === 'coordinator' ? 'overtaken' : 'not-responsible'
    case 'report-correction':
      return person.role === 'coordinator' || person.role === 'viewer' ? 'overtaken' : 'not-responsible'
    case 'digest':
    case 'provisional-report':
    case 'closing-report':
      if (notice.kind === 'digest' && person.digest?.off) return 'unsubscribed'
      return person.role === 'coordinator' || person.role === 'viewer' ? 'dates-moved' : 'not-responsible'
    default:
      return person.agencyIds.includes(notice.agencyId ?? '') ? 'overtaken' : 'not-responsible'
  }
}

function seriesReason({ situation, notice }: Composing, slots: readonly SeriesSlot[]): DropReason {
  const slot = slotAt(slots, notice)
  if (slot === undefined) return 'dates-moved'
  const owed = slot.triggers.flatMap(({ facts, agencyId }) => cellsOf(situation, facts, agencyId).filter(needsWork))
  return owed.length > 0 && owed.every(({ open }) => !open) ? 'closed' : 'nothing-left-to-do'
}

function closedReason({ situation, notice }: Composing, slots: readonly SeriesSlot[]): DropReason {
  const slot = slotAt(slots, notice)
  if (slot === undefined) return 'dates-moved'
  const owed = slot.triggers.flatMap(({ facts, agencyId }) => cellsOf(situation, facts, agencyId).filter(needsWork))
  return owed.length > 0 ? 'reopened' : 'nothing-left-to-do'
}

/** A later decision overtakes news of an earlier one; otherwise whoever it concerned is complete. */
function windowReason({ person, notice }: Composing, facts: RoundFacts): DropReason {
  const number = Number(notice.slot)
  const concerned = agenciesOf(person, facts.round).filter((id) =>
    windowsOf(facts, id).some((w) => w.number === number),
  )
  if (concerned.length === 0) return 'not-responsible'
  return concerned.every((id) => windowsOf(facts, id).at(-1)?.number !== number) ? 'overtaken' : 'nothing-left-to-do'
}
