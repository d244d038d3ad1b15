/** An agency asked for more time: to the coordinators, as long as it waits for a decision. */
import { nameIn } from '../../region/regions.ts'
import { stateOfRequest } from '../../round/request-state.ts'
import { candidate, factSlot, inRound } from '../plan/nid.ts'
import { coordinators } from '../plan/recipients.ts'
import { requestUrl } from '../write/page-links.ts'
import { requestOf, requestWords, usefulFor } from './extension.ts'
import { ofRound } from './kind.ts'

export const extensionAsked = ofRound<'extension-asked'>({
  needs: [],
  candidates: (situation, facts) =>
    facts.extensions.flatMap(({ number, agencyId, at }) =>
      coordinators(situation.region).map((person) =>
        candidate(
          { ...inRound(situation, facts, person), kind: 'extension-asked', agencyId, slot: factSlot(number) },
          usefulFor(at),
          `request ${factSlot(number)} of ${agencyId} for more time`,
        ),
      ),
    ),
  holds: ({ person, notice }, facts) => {
    const request = requestOf(facts, notice)
    return (
      request !== undefined && stateOfRequest(facts, request.number).state === 'open' && person.role === 'coordinator'
    )
  },
  whyNot: ({ person }) => (person.role === 'coordinator' ? 'overtaken' : 'not-responsible'),
  content: (composing, facts) => {
    const request = requestOf(facts, composing.notice)
    return (
      request && {
        kind: 'extension-asked',
        ...requestWords(composing, facts, request),
        by: nameIn(composing.state.region, request.by),
        url: requestUrl(composing, facts.round.id, request.number),
      }
    )
  },
})
