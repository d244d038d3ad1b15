/** Thanks, once, on the first working morning after the last of an agency's forms was accepted. */

import { formatDayAndTime } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { addWorkingDays, isWorkingDay } from '../../../rules/working-days.ts'
import { instantOf } from '../../../rules/zone.ts'
import { agencyOf } from '../../region/regions.ts'
import { latestReview, latestSubmission } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agenciesIn } from '../../round/windows.ts'
import { candidate, daysAfter, inRound } from '../plan/nid.ts'
import { agencyPeople } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { cellsOf } from '../plan/work.ts'
import { agencyName } from '../write/composing.ts'
import { tasksUrl } from '../write/page-links.ts'
import { ofRound, overtakenOrLeft, servesAgency } from './kind.ts'

export const thanks = ofRound<'thanks'>({
  needs: [],
  candidates: (situation, facts) =>
    agenciesIn(facts).flatMap((agencyId) => {
      const acceptedAt = allAcceptedAt(situation, facts, agencyId)
      if (acceptedAt === undefined) return []
      const dueAt = nextMorning(acceptedAt, situation, facts, agencyId)
      return agencyPeople(situation.region, agencyId).map((person) =>
        candidate(
          { ...inRound(situation, facts, person), kind: 'thanks', agencyId, slot: 'all-accepted' },
          { dueAt, expiresAt: daysAfter(dueAt, 7) },
          `all forms of ${agencyId} accepted`,
        ),
      )
    }),
  holds: (about, facts) =>
    servesAgency(about) && allAcceptedAt(about.situation, facts, about.notice.agencyId ?? '') !== undefined,
  whyNot: overtakenOrLeft,
  content: (composing, facts) => {
    const { notice, situation, person, language, place } = composing
    const agencyId = notice.agencyId ?? ''
    const acceptedAt = allAcceptedAt(situation, facts, agencyId)
    return (
      acceptedAt && {
        kind: 'thanks',
        round: facts.round.title[language],
        person: person.name,
        agency: agencyName(composing, agencyId),
        at: formatDayAndTime(acceptedAt, place, language),
        siteUrl: tasksUrl(composing),
      }
    )
  },
})

/** The instant of the last acceptance, once all forms of the agency are accepted. */
function allAcceptedAt(situation: Situation, facts: RoundFacts, agencyId: string): Date | undefined {
  const cells = cellsOf(situation, facts, agencyId)
  if (cells.length === 0 || cells.some(({ status }) => status !== 'accepted')) return undefined
  const instants = cells.flatMap(({ formId }) => {
    const submission = latestSubmission(facts, agencyId, formId)
    return (submission && latestReview(facts, submission)?.at) ?? []
  })
  return new Date(instants.toSorted().at(-1) ?? facts.round.at)
}

function nextMorning(at: Date, { region }: Situation, { round }: RoundFacts, agencyId: string): Date {
  const { zone } = region.settings
  const week = agencyOf(region, agencyId)?.workingWeek ?? 5
  const today = localDateOf(at, zone)
  const morning = instantOf(today, round.alertPlan.morning, zone)
  if (at < morning && isWorkingDay(today, region.calendar, week)) return morning
  return instantOf(addWorkingDays(today, 1, region.calendar, week), round.alertPlan.morning, zone)
}
