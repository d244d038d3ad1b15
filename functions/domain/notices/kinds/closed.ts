/** The window closed and something was left undone: what was not sent and can no longer be, and whom to ask. */

import { needsWork } from '../../../rules/completeness.ts'
import { formatDeadline } from '../../../rules/moments.ts'
import type { Assignment } from '../../../schema/round.ts'
import type { Language } from '../../../schema/wording.ts'
import { datesFor, windowsOf } from '../../round/windows.ts'
import { candidate, daysAfter, inRound } from '../plan/nid.ts'
import { roundPeople } from '../plan/recipients.ts'
import { closedTriggers, roundSlots, type Trigger } from '../plan/reminder-series.ts'
import { cellsOf } from '../plan/work.ts'
import { tasksUrl } from '../write/page-links.ts'
import { agencyBlock } from '../write/work-lines.ts'
import { type About, ofRound } from './kind.ts'
import { slotAt, whyNotOwed } from './series.ts'

/** No longer than anything is mailed at all. */
const usefulDays = 7
/** Later than this it is only said that it closed, and that it could not be said before. */
const lateDays = 3

export const closed = ofRound<'closed'>({
  needs: ['lists'],
  candidates: (situation, facts) =>
    roundPeople(situation.region, facts.round).flatMap((person) =>
      roundSlots(situation, person, facts, 'closed').map(({ key, at }) =>
        candidate(
          { ...inRound(situation, facts, person), kind: 'closed', slot: key },
          { dueAt: at, expiresAt: daysAfter(at, usefulDays) },
          `step closed of round ${facts.round.id}`,
        ),
      ),
    ),
  holds: (about, facts) => triggersOf(about, facts).length > 0,
  whyNot: (about, facts) => {
    const slot = slotIn(about, facts)
    const { zone } = about.situation.region.settings
    const isTold = slot?.triggers.every(({ agencyId }) => wasClosedByHand(facts, zone, agencyId))
    return isTold ? 'overtaken' : whyNotOwed(about, slot, 'reopened')
  },
  content: (composing, facts) => {
    const { now, situation, person, language, place, state } = composing
    const triggers = triggersOf(composing, facts)
    const first = triggers[0]
    if (first === undefined) return undefined
    const blocks = triggers.map(({ agencyId }) =>
      agencyBlock(composing, { facts, agencyId, cells: undone(cellsOf(situation, facts, agencyId)) }),
    )
    return {
      kind: 'closed',
      round: facts.round.title[language],
      person: person.name,
      closedAt: formatDeadline(datesFor(facts, place.zone, first.agencyId).closesAt, place, language),
      blocks: blocks.map(({ holidayNote: _, ...block }) => block),
      ...(now >= daysAfter(slotIn(composing, facts)?.at ?? now, lateDays) && { late: true as const }),
      help: helpWords(state.region.settings.helpPhone, language),
      siteUrl: tasksUrl(composing),
    }
  },
  speaksOf: (about, facts) => ({ triggers: triggersOf(about, facts) }),
})

function slotIn({ situation, person, notice }: About, facts: Trigger['facts']) {
  return slotAt(roundSlots(situation, person, facts, 'closed'), notice)
}

function triggersOf(about: About, facts: Trigger['facts']): readonly Trigger[] {
  const slot = slotIn(about, facts)
  const { zone } = about.situation.region.settings
  return slot === undefined
    ? []
    : closedTriggers(about.situation, slot).filter(({ agencyId }) => !wasClosedByHand(facts, zone, agencyId))
}

/** Then the mail about that decision told it at once. */
function wasClosedByHand(facts: Trigger['facts'], zone: string, agencyId: string): boolean {
  const last = windowsOf(facts, agencyId).at(-1)
  return last?.kind === 'close' && datesFor(facts, zone, agencyId).closesAt.getTime() === Date.parse(last.at)
}

function undone(cells: readonly Assignment[]): Assignment[] {
  return cells.filter((cell) => needsWork(cell) && !cell.open)
}

function helpWords(phone: string, language: Language): string {
  if (language === 'id') {
    return `Bila masih perlu mengirim, ajukan pembukaan kembali kepada koordinator dengan alasan: balas surel ini${phone === '' ? '' : ` atau telepon ${phone}`}.`
  }
  return `If you still need to submit, ask the coordinator to re-open, with a reason: reply to this mail${phone === '' ? '' : ` or call ${phone}`}.`
}
