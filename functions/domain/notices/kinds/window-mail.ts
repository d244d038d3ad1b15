/** Content of the mail about moved dates: only for the recipient's agencies whose dates this very decision still sets. */
import type { Window } from '../../../schema/round.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesBefore, datesFor, movesTargetOnly } from '../../round/windows.ts'
import { formatDeadline } from '../../time/wording.ts'
import { agencyName, type Composing } from '../write/composing.ts'
import type { MailContent } from '../write/content.ts'
import { finalDateNote } from '../write/date-notes.ts'
import { tasksUrl } from '../write/page-links.ts'
import { officeOf } from '../write/work-lines.ts'
import { toldOfWindow } from './fact-candidates.ts'

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
  const change = changeFor(composing, facts, window, first)
  const note =
    change === 'close' || change === 'target'
      ? undefined
      : finalDateNote(dates.closesOn, officeOf(composing, facts, first), language)
  return {
    kind: 'window',
    change,
    round: facts.round.title[language],
    person: person.name,
    agencies: agencyIds.map((id) => agencyName(composing, id)),
    before: replaced(composing, facts, { window, agencyIds, which: change === 'target' ? 'targetAt' : 'closesAt' }),
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
  window: Window,
  agencyId: string,
): Extract<MailContent, { kind: 'window' }>['change'] {
  if (window.kind === 'close') return 'close'
  if (movesTargetOnly(facts, place.zone, agencyId, window)) return 'target'
  if (window.kind === 'correct') return 'correct'
  const { closesAt } = datesBefore(facts, place.zone, agencyId, window)
  return closesAt <= new Date(window.at) ? 'reopen' : 'extend'
}

/** The deadlines that the decision replaced; agencies with different histories have different ones. */
function replaced(
  { place, language }: Composing,
  facts: RoundFacts,
  { window, agencyIds, which }: { window: Window; agencyIds: readonly string[]; which: 'targetAt' | 'closesAt' },
): string {
  const instants = agencyIds.map((agencyId) => datesBefore(facts, place.zone, agencyId, window)[which])
  return [...new Set(instants.map((at) => formatDeadline(at, place, language)))].join('; ')
}
