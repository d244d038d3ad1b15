/** Content of the mail about moved dates: only for the recipient's agencies whose dates this very decision still sets. */
import type { Window } from '../../../schema/round.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor, windowSegments } from '../../round/windows.ts'
import { formatDeadline } from '../../time/wording.ts'
import type { MailContent } from '../content.ts'
import { toldOfWindow } from '../fact-candidates.ts'
import { agencyName, type Composing } from './composing.ts'
import { finalDateNote } from './date-notes.ts'
import { tasksUrl } from './page-links.ts'
import { officeOf } from './work-lines.ts'

export function windowContent(
  composing: Composing,
  facts: RoundFacts,
): Extract<MailContent, { kind: 'window' }> | undefined {
  const { notice, situation, person, place, language } = composing
  const number = Number(notice.slot)
  const window = facts.windows.find((each) => each.number === number)
  const agencyIds = window === undefined ? [] : toldOfWindow(situation, facts, person, number)
  const first = agencyIds[0]
  if (window === undefined || first === undefined) return undefined
  const dates = datesFor(facts, place.zone, first)
  const note =
    window.kind === 'close' ? undefined : finalDateNote(dates.closesOn, officeOf(composing, facts, first), language)
  return {
    kind: 'window',
    change: changeFor(composing, facts, window, first),
    round: facts.round.title[language],
    person: person.name,
    agencies: agencyIds.map((id) => agencyName(composing, id)),
    before: previousClosings(composing, facts, window, agencyIds).join('; '),
    ...(window.targetOn === undefined ? {} : { target: formatDeadline(dates.targetAt, place, language) }),
    closes: formatDeadline(dates.closesAt, place, language),
    ...(note === undefined ? {} : { holidayNote: note }),
    reason: window.reason,
    ...(window.basis === undefined ? {} : { basis: window.basis }),
    siteUrl: tasksUrl(composing),
  }
}

/** To whom it was closed for, an extension is a re-opening, whatever it is for the others. */
function changeFor(
  { place }: Composing,
  facts: RoundFacts,
  { kind, number, at }: Window,
  agencyId: string,
): Window['kind'] {
  if (kind !== 'extend' && kind !== 'reopen') return kind
  const before = windowSegments(facts, place.zone, agencyId).filter((segment) => segment.number < number)
  const closedAt = before.at(-1)?.dates.closesAt
  return closedAt !== undefined && closedAt <= new Date(at) ? 'reopen' : 'extend'
}

/** The deadlines that the decision replaced; agencies with different histories have different ones. */
function previousClosings(
  { place, language }: Composing,
  facts: RoundFacts,
  { number }: Window,
  agencyIds: readonly string[],
): string[] {
  const closings = agencyIds.flatMap((agencyId) => {
    const before = windowSegments(facts, place.zone, agencyId).filter((segment) => segment.number < number)
    return before.at(-1)?.dates.closesAt ?? []
  })
  return [...new Set(closings.map((closesAt) => formatDeadline(closesAt, place, language)))]
}
