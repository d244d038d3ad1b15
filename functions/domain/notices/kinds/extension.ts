/** What the mails about a request for more time share. A request that nobody decided for a week has been talked about by telephone. */

import { formatDeadline } from '../../../rules/moments.ts'
import { endOfDay } from '../../../rules/zone.ts'
import type { ExtensionRequest } from '../../../schema/extension.ts'
import type { NoticePlan } from '../../../schema/notice.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { daysAfter, factSlot } from '../plan/nid.ts'
import { agencyName, type Composing } from '../write/composing.ts'

export function usefulFor(at: string) {
  return { dueAt: new Date(at), expiresAt: daysAfter(at, 7) }
}

export function requestOf(facts: RoundFacts, { slot }: Pick<NoticePlan, 'slot'>): ExtensionRequest | undefined {
  return facts.extensions.find(({ number }) => factSlot(number) === slot)
}

export function requestWords(composing: Composing, facts: RoundFacts, request: ExtensionRequest) {
  const { person, place, language } = composing
  const { agencyId, days, closesOn, reason } = request
  return {
    round: facts.round.title[language],
    person: person.name,
    agency: agencyName(composing, agencyId),
    days,
    closes: formatDeadline(datesFor(facts, place.zone, agencyId).closesAt, place, language),
    asked: formatDeadline(endOfDay(closesOn, place.zone), place, language),
    reason,
  }
}
