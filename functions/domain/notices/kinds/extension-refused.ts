/** A request for more time was refused: to whoever asked, as long as that is what counts. */
import { stateOfRequest } from '../../round/request-state.ts'
import { candidate, factSlot, inRound } from '../plan/nid.ts'
import { recipientOf } from '../plan/recipients.ts'
import { tasksUrl } from '../write/page-links.ts'
import { requestOf, requestWords, usefulFor } from './extension.ts'
import { ofRound, overtakenOrLeft } from './kind.ts'

export const extensionRefused = ofRound<'extension-refused'>({
  needs: [],
  candidates: (situation, facts) =>
    facts.extensionRefusals.flatMap(({ number, at }) => {
      const request = facts.extensions.find((each) => each.number === number)
      const person = request && recipientOf(situation.region, request.by)
      if (request === undefined || person === undefined) return []
      const { agencyId } = request
      return candidate(
        { ...inRound(situation, facts, person), kind: 'extension-refused', agencyId, slot: factSlot(number) },
        usefulFor(at),
        `request ${factSlot(number)} of ${agencyId} refused`,
      )
    }),
  holds: ({ person, notice }, facts) => {
    const request = requestOf(facts, notice)
    return (
      request !== undefined &&
      stateOfRequest(facts, request.number).state === 'refused' &&
      person.agencyIds.includes(request.agencyId)
    )
  },
  whyNot: overtakenOrLeft,
  content: (composing, facts) => {
    const request = requestOf(facts, composing.notice)
    const decided = request && stateOfRequest(facts, request.number)
    if (decided?.state !== 'refused') return undefined
    const { reason } = decided.refusal
    const words = requestWords(composing, facts, request as NonNullable<typeof request>)
    return { kind: 'extension-refused', ...words, refusal: reason, url: tasksUrl(composing) }
  },
})
