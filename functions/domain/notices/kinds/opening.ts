/** A round opened for the recipient's agencies: what is due and by when. */
import { candidate, inRound } from '../plan/nid.ts'
import { roundPeople } from '../plan/recipients.ts'
import { openTriggers, roundSlots, type Trigger } from '../plan/reminder-series.ts'
import { tasksUrl } from '../write/page-links.ts'
import { type About, ofRound } from './kind.ts'
import { blocksOf, slotAt, usefulUntil, whyNotOwed } from './series.ts'

export const opening = ofRound<'opening'>({
  needs: ['lists'],
  candidates: (situation, facts) =>
    roundPeople(situation.region, facts.round).flatMap((person) =>
      roundSlots(situation, person, facts, 'opening').map((slot) => {
        const next = situation.reminders(person).find(({ at }) => at > slot.at)?.at
        return candidate(
          { ...inRound(situation, facts, person), kind: 'opening', slot: slot.key },
          { dueAt: slot.at, expiresAt: usefulUntil(slot, next) },
          `step opening of round ${facts.round.id}`,
        )
      }),
    ),
  holds: (about, facts) => triggersOf(about, facts).length > 0,
  whyNot: (about, facts) => whyNotOwed(about, slotIn(about, facts), 'closed'),
  content: (composing, facts) => {
    const triggers = triggersOf(composing, facts)
    if (triggers.length === 0) return undefined
    return {
      kind: 'opening',
      round: facts.round.title[composing.language],
      person: composing.person.name,
      blocks: blocksOf(composing, triggers),
      siteUrl: tasksUrl(composing),
    }
  },
  speaksOf: (about, facts) => ({ triggers: triggersOf(about, facts) }),
})

type Facts = Trigger['facts']

function slotIn({ situation, person, notice }: About, facts: Facts) {
  return slotAt(roundSlots(situation, person, facts, 'opening'), notice)
}

function triggersOf(about: About, facts: Facts): readonly Trigger[] {
  const slot = slotIn(about, facts)
  return slot === undefined ? [] : openTriggers(about.situation, slot)
}
