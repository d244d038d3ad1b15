/** An agency was taken out of a round that had opened for it: its people are told, as long as that is so. */

import { formatDayAndTime } from '../../../rules/moments.ts'
import { nameIn } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agenciesIn, firstDates, isDraft } from '../../round/windows.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { agencyPeople } from '../plan/recipients.ts'
import { agencyName } from '../write/composing.ts'
import { tasksUrl } from '../write/page-links.ts'
import { ofRound, overtakenOrLeft, servesAgency } from './kind.ts'

export const unassigned = ofRound<'unassigned'>({
  needs: [],
  candidates: (situation, facts) =>
    removals(facts, situation.region.settings.zone).flatMap(({ agencyId, revision, at }) =>
      agencyPeople(situation.region, agencyId).map((person) =>
        candidate(
          { ...inRound(situation, facts, person), kind: 'unassigned', agencyId, slot: factSlot(revision) },
          { dueAt: new Date(at), expiresAt: daysAfter(at, 7) },
          `${agencyId} taken out of round ${facts.round.id} in revision ${revision}`,
        ),
      ),
    ),
  holds: (about, facts) => servesAgency(about) && !agenciesIn(facts).includes(about.notice.agencyId ?? ''),
  whyNot: overtakenOrLeft,
  content: (composing, facts) => {
    const { notice, person, language, place, state } = composing
    const all = removals(facts, place.zone)
    const removal = all.find(
      ({ agencyId, revision }) => agencyId === notice.agencyId && factSlot(revision) === notice.slot,
    )
    return (
      removal && {
        kind: 'unassigned',
        round: facts.round.title[language],
        person: person.name,
        agency: agencyName(composing, removal.agencyId),
        at: formatDayAndTime(new Date(removal.at), place, language),
        by: nameIn(state.region, removal.by),
        siteUrl: tasksUrl(composing),
      }
    )
  },
})

/** Agencies that a revision of the opened round no longer has. */
function removals(facts: RoundFacts, zone: string) {
  const revisions = [...(facts.earlier ?? []), facts.round]
  return revisions.flatMap((round, i) => {
    const before = revisions[i - 1]
    if (before === undefined || isDraft({ round: before })) return []
    if (firstDates({ round: before }, zone).opensAt > new Date(round.at)) return []
    const kept = agenciesIn({ round })
    const gone = agenciesIn({ round: before }).filter((id) => !kept.includes(id))
    return gone.map((agencyId) => ({ agencyId, revision: round.revision, at: round.at, by: round.by }))
  })
}
