/**
 * The dates of a feed as events: target and final date while something is still to be done, corrections while they are due,
 * and the days of the Pra Musrenbang and Musrenbang. An event keeps its uid for life, so that calendars move it when dates
 * move (its sequence counts the facts that could move it) and drop it when it is gone: accepted work has no dates.
 */

import { endOfDay } from '../../rules/zone.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { Milestone } from '../../schema/milestone.ts'
import type { Agency } from '../../schema/region.ts'
import type { Wording } from '../../schema/wording.ts'
import type { RegionFacts } from '../region/regions.ts'
import { assignmentsOf } from '../round/assignments.ts'
import { formKey } from '../round/form-catalogue.ts'
import { correctionsDueOn, latestReview, latestSubmission } from '../round/may-write.ts'
import type { RoundFacts } from '../round/rounds.ts'
import { usualAgencies } from '../round/usual-dates.ts'
import { agenciesIn, datesFor, windowsOf } from '../round/windows.ts'
import * as words from './event-words.ts'
import type { FeedFacts } from './feeds.ts'

export type CalendarEvent = {
  uid: string
  sequence: number
  /** The latest fact that could have changed it: a feed without news is the same text again. */
  changedAt: Date
  on: LocalDate
  title: Wording
  text: Wording
}

/** Whose dates a feed shows of a round: one agency's, or (coordinators) those that most share and those of agencies that differ. */
type Scope = Omit<FeedFacts, 'rounds' | 'agency'> & { facts: RoundFacts; agency: Agency | undefined }

/** Ascending by date. */
export function calendarEvents(now: Date, { region, agency, rounds, definitions }: FeedFacts): CalendarEvent[] {
  return rounds
    .flatMap((facts) => {
      const ids = agenciesIn(facts)
      if (agency.kind === 'coordinator')
        return [...coordinatorDates(now, { facts, region, definitions }, ids), ...meetings(facts, region)]
      if (!ids.includes(agency.id)) return []
      const own = agency.kind === 'kecamatan' ? agency.id : undefined
      return [...agencyDates(now, { facts, region, definitions, agency }), ...meetings(facts, region, own)]
    })
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.uid.localeCompare(b.uid))
}

function coordinatorDates(now: Date, all: Omit<Scope, 'agency'>, ids: readonly string[]): CalendarEvent[] {
  // A decision for all but one must not fill a coordinator's day with everybody's dates.
  const shared = usualAgencies(all.facts, all.region.settings.zone)
  const agencies = ids.flatMap((id) => all.region.agencies.find((each) => each.id === id) ?? [])
  const own = agencies.flatMap((agency) => {
    const scope = { ...all, agency }
    return shared.includes(agency.id) ? corrections(scope) : agencyDates(now, scope)
  })
  return [...limits(now, { ...all, agency: undefined }, shared), ...own]
}

function agencyDates(now: Date, scope: Scope & { agency: Agency }): CalendarEvent[] {
  return [...limits(now, scope, [scope.agency.id]), ...corrections(scope)]
}

/** Target and final date of the agencies that share them; nothing once all their forms are accepted, or due on days of their own. */
function limits(now: Date, { facts, region, agency }: Scope, sharing: readonly string[]): CalendarEvent[] {
  const left = assignmentsOf(now, { facts, region }).filter(
    ({ agencyId, status, dueOn }) => sharing.includes(agencyId) && status !== 'accepted' && dueOn === null,
  ).length
  const [first] = sharing
  if (first === undefined || left === 0) return []
  const dates = datesFor(facts, region.settings.zone, first)
  const { id, revision, title } = facts.round
  // Any decision may change whose dates are shared, and how much is left: the text tells both.
  const windows = agency === undefined ? facts.windows : windowsOf(facts, agency.id)
  const reviews = facts.reviews.filter(({ agencyId }) => agency === undefined || agencyId === agency.id)
  const changed = {
    sequence: windows.length + revision - 1,
    changedAt: latest([facts.round, ...windows, ...reviews].map(({ at }) => at)),
  }
  const of = agenciesIn(facts).length
  const shared = agency === undefined && sharing.length < of ? { sharing: sharing.length, of } : undefined
  const event = (kind: 'target' | 'final', on: LocalDate, at: Date): CalendarEvent => ({
    uid: uidOf(region, [kind, id, agency?.id ?? 'all']),
    ...changed,
    on,
    ...words.limitWords(kind, { on, at, title, left, shared, region, agency }),
  })
  return [event('target', dates.targetOn, dates.targetAt), event('final', dates.closesOn, dates.closesAt)]
}

/** Returned work with a last day of its own, until it is sent again. */
function corrections({ facts, region, agency, definitions }: Scope): CalendarEvent[] {
  return facts.round.assignments
    .filter(({ agencyId }) => agencyId === agency?.id)
    .flatMap(({ agencyId, formId }) => {
      const submission = latestSubmission(facts, agencyId, formId)
      const review = submission && latestReview(facts, submission)
      const dueOn = correctionsDueOn(facts, agencyId, formId)
      if (submission === undefined || review?.decision !== 'return') return []
      if (dueOn === undefined || agency === undefined) return []
      const form = definitions.get(formKey(formId, submission.formVersion))?.title ?? { id: formId, en: formId }
      const decisions = facts.reviews.filter((each) => each.agencyId === agencyId && each.formId === formId)
      return {
        uid: uidOf(region, ['corrections', facts.round.id, agencyId, formId]),
        sequence: decisions.length - 1,
        changedAt: new Date(review.at),
        on: dueOn,
        ...words.correctionWords({
          on: dueOn,
          at: endOfDay(dueOn, region.settings.zone),
          title: facts.round.title,
          form,
          region,
          agency,
        }),
      }
    })
}

/** All meetings, or one kecamatan's. */
function meetings({ round }: RoundFacts, region: RegionFacts, agencyId?: string): CalendarEvent[] {
  return (round.milestones ?? [])
    .filter((milestone) => agencyId === undefined || milestone.agencyId === agencyId)
    .map((milestone: Milestone) => ({
      uid: uidOf(region, [milestone.kind, round.id, milestone.agencyId]),
      sequence: round.revision - 1,
      changedAt: new Date(round.at),
      on: milestone.on,
      ...words.meetingWords(milestone, { title: round.title, region }),
    }))
}

function uidOf(region: RegionFacts, parts: readonly string[]): string {
  return `${parts.join('.')}@${region.settings.region}.lengkap`
}

function latest(instants: readonly string[]): Date {
  return new Date(Math.max(...instants.map((at) => Date.parse(at))))
}
