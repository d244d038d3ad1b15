/** Corrects a report: what a later decision changed, and when the final report comes. */

import { formatDayAndTime, formatDeadline } from '../../../rules/moments.ts'
import { nameIn } from '../../region/regions.ts'
import { agenciesIn, datesFor } from '../../round/windows.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { coordinators } from '../plan/recipients.ts'
import { correctionBy, reportsOf } from '../plan/report-corrections.ts'
import { agencyName } from '../write/composing.ts'
import { finalReportOf } from '../write/digest-mail.ts'
import { boardUrl } from '../write/page-links.ts'
import { type About, ofRound } from './kind.ts'

const correctionOf = ({ situation, person, notice }: About, facts: Parameters<typeof correctionBy>[1]) =>
  correctionBy(situation, facts, person, Number(notice.slot))

export const reportCorrection = ofRound<'report-correction'>({
  needs: ['whole-rounds'],
  /** Over with the next report, which is right again; without one after seven days. */
  candidates: (situation, facts) =>
    coordinators(situation.region, true).flatMap((person) =>
      facts.windows.flatMap(({ number, kind, at }) => {
        const dueAt = new Date(at)
        if (correctionBy(situation, facts, person, number) === undefined) return []
        const next = reportsOf(situation, facts, person).find((report) => report.at > dueAt)?.at
        return candidate(
          { ...inRound(situation, facts, person), kind: 'report-correction', slot: factSlot(number) },
          { dueAt, expiresAt: next ?? daysAfter(dueAt, 7) },
          `window ${kind} ${factSlot(number)} of round ${facts.round.id} after a report`,
        )
      }),
    ),
  holds: (about, facts) => correctionOf(about, facts) !== undefined,
  whyNot: ({ person: { role } }) => (role === 'coordinator' || role === 'viewer' ? 'overtaken' : 'not-responsible'),
  content: (composing, facts) => {
    const { state, person, place, language } = composing
    const correction = correctionOf(composing, facts)
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
  },
  speaksOf: (about, facts) => ({ agencyIds: correctionOf(about, facts)?.agencyIds ?? [] }),
})
