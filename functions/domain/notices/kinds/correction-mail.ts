/** Content of the mail that corrects a report: what a later decision changed, and when the final report comes. */
import { nameIn } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agenciesIn, datesFor } from '../../round/windows.ts'
import { formatDayAndTime, formatDeadline } from '../../time/wording.ts'
import { agencyName, type Composing } from '../write/composing.ts'
import type { MailContent } from '../write/content.ts'
import { boardUrl } from '../write/page-links.ts'
import { finalReportOf } from './digest-mail.ts'
import { correctionBy } from './report-corrections.ts'

export function correctionContent(
  composing: Composing,
  facts: RoundFacts,
): Extract<MailContent, { kind: 'report-correction' }> | undefined {
  const { notice, situation, state, person, place, language } = composing
  const correction = correctionBy(situation, facts, person, Number(notice.slot))
  const first = correction?.agencyIds[0]
  if (correction === undefined || first === undefined) return undefined
  const { window, report, agencyIds } = correction
  const all = agenciesIn(facts).length
  return {
    kind: 'report-correction',
    round: facts.round.title[language],
    person: person.name,
    report: { kind: report.kind, at: formatDayAndTime(report.at, place, language) },
    change: window.kind,
    agencies: agencyIds.length === all ? [] : agencyIds.map((id) => agencyName(composing, id)),
    closes: formatDeadline(datesFor(facts, place.zone, first).closesAt, place, language),
    reason: window.reason,
    ...(window.basis === undefined ? {} : { basis: window.basis }),
    by: nameIn(state.region, window.by),
    ...finalReportOf(composing, facts),
    siteUrl: boardUrl(composing),
  }
}
