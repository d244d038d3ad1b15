/** Contents of the mails about a request for more time. */
import { nameIn } from '../../region/regions.ts'
import { stateOfRequest } from '../../round/request-state.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { formatDeadline } from '../../time/wording.ts'
import { endOfDay } from '../../time/zone.ts'
import { factSlot } from '../plan/nid.ts'
import { agencyName, type Composing } from '../write/composing.ts'
import type { MailContent } from '../write/content.ts'
import { requestUrl, tasksUrl } from '../write/page-links.ts'

export function extensionContent(
  composing: Composing,
  facts: RoundFacts,
): Extract<MailContent, { kind: 'extension-asked' | 'extension-refused' }> | undefined {
  const { notice, person, place, language, state } = composing
  const request = facts.extensions.find(({ number }) => factSlot(number) === notice.slot)
  if (request === undefined) return undefined
  const { agencyId, number } = request
  const said = {
    round: facts.round.title[language],
    person: person.name,
    agency: agencyName(composing, agencyId),
    days: request.days,
    closes: formatDeadline(datesFor(facts, place.zone, agencyId).closesAt, place, language),
    asked: formatDeadline(endOfDay(request.closesOn, place.zone), place, language),
    reason: request.reason,
  }
  if (notice.kind === 'extension-asked') {
    const by = nameIn(state.region, request.by)
    return { kind: 'extension-asked', ...said, by, url: requestUrl(composing, facts.round.id, number) }
  }
  const decided = stateOfRequest(facts, number)
  if (decided.state !== 'refused') return undefined
  return { kind: 'extension-refused', ...said, refusal: decided.refusal.reason, url: tasksUrl(composing) }
}
