/**
 * A later check found something in what an agency sent: its operators are told once it has sent everything, for until then its tasks
 * and reminders say it. One mail a day at most; what is found after that day's mail waits for the next morning.
 * When the window is over nothing can be corrected any more, so no such mail goes: the coordinator's reports say it.
 */

import { needsWork } from '../../../rules/completeness.ts'
import { addDays } from '../../../rules/dates.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { endOfDay, instantOf } from '../../../rules/zone.ts'
import type { Finding } from '../../../schema/round.ts'
import { severityWords } from '../../../schema/work-words.ts'
import { ofAgency } from '../../round/by-work.ts'
import { latestSubmission, revisionsOf } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agenciesIn, datesFor } from '../../round/windows.ts'
import { candidate, inRound } from '../plan/nid.ts'
import { agencyPeople } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { cellsOf } from '../plan/work.ts'
import { agencyName, formTitle } from '../write/composing.ts'
import { findingsUrl } from '../write/page-links.ts'
import { type About, ofRound, servesAgency } from './kind.ts'

export const warning = ofRound<'warning'>({
  needs: [],
  candidates: (situation, facts) => {
    const { zone } = situation.region.settings
    return agenciesIn(facts).flatMap((agencyId) => {
      const { closesAt } = datesFor(facts, zone, agencyId)
      const operators = agencyPeople(situation.region, agencyId).filter(({ role }) => role === 'operator')
      return mailsOf(situation, facts, agencyId)
        .filter(({ dueAt }) => dueAt < closesAt)
        .flatMap(({ day, dueAt }) => {
          const expiresAt = new Date(Math.min(+endOfDay(addDays(day, 1), zone), +closesAt))
          return operators.map((person) =>
            candidate(
              { ...inRound(situation, facts, person), kind: 'warning', agencyId, slot: day },
              { dueAt, expiresAt },
              `a later check of ${agencyId}`,
            ),
          )
        })
    })
  },
  holds: (about, facts) => {
    const agencyId = about.notice.agencyId ?? ''
    const cells = cellsOf(about.situation, facts, agencyId)
    return servesAgency(about) && !isOver(about, facts) && !cells.some(needsWork) && toTell(facts, agencyId).length > 0
  },
  whyNot: (about, facts) => {
    if (!servesAgency(about)) return 'not-responsible'
    return isOver(about, facts) ? 'closed' : 'nothing-left-to-do'
  },
  content: (composing, facts) => {
    const { notice, person, language } = composing
    const agencyId = notice.agencyId ?? ''
    const found = toTell(facts, agencyId)
    return {
      kind: 'warning',
      round: facts.round.title[language],
      person: person.name,
      agency: agencyName(composing, agencyId),
      findings: found.map(({ formId, severity, message }) => ({
        form: formTitle(
          composing,
          latestSubmission(facts, agencyId, formId) ?? { formId, formVersion: 1 },
          'shortTitle',
        ),
        severity: severityWords[severity][language],
        text: message[language],
      })),
      url: findingsUrl(composing, facts.round.id, agencyId),
    }
  },
})

function isOver({ notice, situation: { now, region } }: About, facts: RoundFacts): boolean {
  return now >= datesFor(facts, region.settings.zone, notice.agencyId ?? '').closesAt
}

/** Errors and warnings that a check found after the form had been sent; oldest first. */
function foundLater(facts: RoundFacts, agencyId: string, since: 'first' | 'latest'): Finding[] {
  const sentAt = (formId: string) => revisionsOf(facts, agencyId, formId).at(since === 'first' ? 0 : -1)?.at ?? '9'
  return ofAgency(facts.findings, agencyId)
    .filter(({ severity }) => severity !== 'info')
    .filter(({ formId, firstSeenAt }) => firstSeenAt > sentAt(formId))
    .toSorted((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : 1))
}

/** What there is to tell: of the latest revision, and neither explained nor solved. */
function toTell(facts: RoundFacts, agencyId: string): Finding[] {
  return foundLater(facts, agencyId, 'latest').filter(({ state }) => state === 'open')
}

/**
 * The days with a mail: the first finding's own, from the morning on; what came later that day is told on the next. Explained and
 * solved ones keep their day, so that nothing found after them takes it.
 */
function mailsOf({ region }: Situation, facts: RoundFacts, agencyId: string): { day: string; dueAt: Date }[] {
  const { zone } = region.settings
  const mails = new Map<string, Date>()
  for (const { firstSeenAt } of foundLater(facts, agencyId, 'first')) {
    const at = new Date(firstSeenAt)
    const today = localDateOf(at, zone)
    const told = mails.get(today)
    const day = told === undefined || at <= told ? today : addDays(today, 1)
    const morning = instantOf(day, facts.round.alertPlan.morning, zone)
    if (!mails.has(day)) mails.set(day, at > morning ? at : morning)
  }
  return [...mails].map(([day, dueAt]) => ({ day, dueAt }))
}
