/**
 * What each agency owes in a round and how far it is, folded from the facts: one assignment an agency and form. Status is
 * that of the latest revision: a draft kept beside a submission does not take it back.
 */

import { needsWork } from '../../rules/completeness.ts'
import { type WorkingWeek, workingDaysLeft } from '../../rules/working-days.ts'
import { endOfDay } from '../../rules/zone.ts'
import type { Completeness, Gap } from '../../schema/answers.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type {
  Assignment,
  AssignmentKey,
  AssignmentStatus,
  Draft,
  Severity,
  Submission,
  Timeliness,
} from '../../schema/round.ts'
import { agencyOf, nameIn } from '../region/regions.ts'
import { draftOf, findingsOf } from './by-work.ts'
import { closingAfter, correctionsDueOn, isWritable, latestReview, latestSubmission } from './may-write.ts'
import type { RoundFacts, RoundState } from './rounds.ts'
import { punctualityOf, timelinessOf, timelinessOfForm } from './timeliness.ts'
import { datesFor, type RoundDates } from './windows.ts'

/** How many required answers a form expects of an agency that has not begun. Asked only where there is no draft or submission. */
export type ExpectedOf = (agencyId: string, formId: string, formVersion: number) => number

const unknownExpected: ExpectedOf = () => 0

/** All assignments of the round, in the round's order. An agency that is unknown to the region counts with a 5-day week. */
export function assignmentsOf(now: Date, state: RoundState, expectedOf: ExpectedOf = unknownExpected): Assignment[] {
  return assigning(now, state, expectedOf)(state.facts.round.assignments)
}

/** The same of some of them at a time. */
export function assigning(
  now: Date,
  state: RoundState,
  expectedOf: ExpectedOf = unknownExpected,
): (keys: readonly AssignmentKey[]) => Assignment[] {
  const agencies = new Map<string, AgencyDates>()
  const instant = now.toISOString()
  const daysLeft = daysLeftAt(now, state)
  return (keys) =>
    keys.map((key) => {
      const known = agencies.get(key.agencyId) ?? agencyDates(state, key.agencyId, daysLeft)
      agencies.set(key.agencyId, known)
      return assignmentOf(instant, state, key, { ...known, expectedOf })
    })
}

/** The same assignments at another instant: only what the clock decides is worked out again. */
export function assignmentsAt(now: Date, state: RoundState): (cells: readonly Assignment[]) => Assignment[] {
  const instant = now.toISOString()
  const daysLeft = daysLeftAt(now, state)
  return (cells) =>
    cells.map((cell) => {
      const week = weekOf(state, cell.agencyId)
      const sent =
        cell.punctuality === 'time-left' || cell.punctuality === 'past-deadline' ? undefined : cell.punctuality
      const clock = clockOf(instant, state.facts, cell, { sent, daysLeft: (closesOn) => daysLeft(week, closesOn) })
      return { ...cell, ...clock }
    })
}

type ByTheClock = 'open' | 'workingDaysLeft' | 'overdue' | 'punctuality'
/** What of an assignment is the same at any instant. */
export type Timeless = Omit<Assignment, ByTheClock>

/** May it be written to at this instant (ISO 8601, UTC)? */
export function isOpenAt(now: string, facts: RoundFacts, { opensAt, closesAt, status }: Timeless): boolean {
  return isWritable(now, facts, { opensAt, closesAt, accepted: status === 'accepted' })
}

/** What of an assignment depends on the instant (ISO 8601, UTC) at which it is looked at. `sent`: the timeliness of what counts as sent. */
function clockOf(
  now: string,
  facts: RoundFacts,
  cell: Timeless,
  { sent, daysLeft }: Pick<AgencyDates, 'daysLeft'> & { sent: Timeliness | undefined },
): Pick<Assignment, ByTheClock> {
  const { targetAt, closesAt, closesOn, dueAt, dueOn } = cell
  const lastAt = dueAt ?? closesAt
  return {
    open: isOpenAt(now, facts, cell),
    workingDaysLeft: now < lastAt ? daysLeft(dueOn ?? closesOn) : 0,
    overdue: needsWork(cell) && now >= (dueAt ?? targetAt),
    punctuality: punctualityOf(now, sent, lastAt),
  }
}

/** What an agency's forms have in common, worked out once. */
type AgencyDates = {
  dates: RoundDates
  said: Pick<Assignment, 'opensAt' | 'targetAt' | 'targetOn'>
  closesAt: string
  daysLeft: (closesOn: LocalDate) => number
}

function agencyDates({ facts, region }: RoundState, agencyId: string, daysLeft: DaysLeft): AgencyDates {
  const dates = datesFor(facts, region.settings.zone, agencyId)
  const { opensAt, targetAt, targetOn, closesAt } = dates
  const week = weekOf({ region }, agencyId)
  return {
    dates,
    said: { opensAt: opensAt.toISOString(), targetAt: targetAt.toISOString(), targetOn },
    closesAt: closesAt.toISOString(),
    daysLeft: (closesOn) => daysLeft(week, closesOn),
  }
}

function weekOf({ region }: Pick<RoundState, 'region'>, agencyId: string): WorkingWeek {
  return agencyOf(region, agencyId)?.workingWeek ?? 5
}

type DaysLeft = (week: WorkingWeek, closesOn: LocalDate) => number

/** Agencies share their last days. */
function daysLeftAt(now: Date, { facts, region }: RoundState): DaysLeft {
  const office = { zone: region.settings.zone, calendar: region.calendar, evening: facts.round.alertPlan.evening }
  const known = new Map<string, number>()
  return (week, closesOn) => {
    const key = `${week} ${closesOn}`
    const days = known.get(key) ?? workingDaysLeft(now, closesOn, { ...office, week })
    known.set(key, days)
    return days
  }
}

function assignmentOf(
  now: string,
  { facts, region }: RoundState,
  { agencyId, formId, formVersion }: AssignmentKey,
  { dates, said, closesAt, daysLeft, expectedOf }: AgencyDates & { expectedOf: ExpectedOf },
): Assignment {
  const { zone } = region.settings
  const submission = latestSubmission(facts, agencyId, formId)
  const draft = draftOf(facts.drafts, agencyId, formId)
  const status = statusOf(facts, submission, draft)
  const granted = correctionsDueOn(facts, agencyId, formId)
  const closing = closingAfter(dates, zone, granted)
  const dueOn = status === 'returned' ? granted : undefined
  const dueAt = dueOn === undefined ? undefined : endOfDay(dueOn, zone)
  const timeliness = timelinessOfForm(facts, zone, agencyId, formId)
  const assignment = {
    agencyId,
    formId,
    formVersion,
    sentVersion: submission?.formVersion ?? null,
    status,
    nil: submission?.nil ?? false,
    ...progressOf(submission, draft, () => expectedOf(agencyId, formId, formVersion)),
    ...said,
    closesAt: closing.closesAt === dates.closesAt ? closesAt : closing.closesAt.toISOString(),
    closesOn: closing.closesOn,
    timeliness,
    dueOn: dueOn ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    revision: submission?.revision ?? 0,
    submittedAt: submission?.at ?? null,
    savedAt: draft?.savedAt ?? null,
    savedBy: draft?.savedBy ?? null,
    savedByName: draft === undefined ? null : nameIn(region, draft.savedBy),
    draftVersion: draft?.version ?? 0,
    findings: openFindings(facts, agencyId, formId),
  }
  const owed = needsWork(assignment)
  const sent = owed || submission === undefined ? undefined : (timeliness ?? timelinessOf(submission, facts, zone))
  return { ...assignment, ...clockOf(now, facts, assignment, { sent, daysLeft }) }
}

/** Those that somebody still has to correct or explain. */
function openFindings({ findings }: RoundFacts, agencyId: string, formId: string): Assignment['findings'] {
  const open = findingsOf(findings, agencyId, formId).filter(({ state }) => state === 'open')
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length
  return { blocking: count('blocking'), warning: count('warning'), info: count('info') }
}

function statusOf(facts: RoundFacts, submission: Submission | undefined, draft: Draft | undefined): AssignmentStatus {
  if (submission === undefined) return draft === undefined ? 'not-started' : 'draft'
  const decision = latestReview(facts, submission)?.decision
  if (decision === undefined) return 'submitted'
  return decision === 'accept' ? 'accepted' : 'returned'
}

type Progress = { completeness: Completeness; missing: Gap[]; missingCount: number; rowCount: number }

/** Of the submission, else of the draft, else nothing of what is expected. Nil is whole, whatever was expected. */
function progressOf(submission: Submission | undefined, draft: Draft | undefined, expected: () => number): Progress {
  if (submission?.nil) {
    const whole = submission.completeness.expected
    return { completeness: { expected: whole, answered: whole }, missing: [], missingCount: 0, rowCount: 0 }
  }
  const source = submission ?? draft
  if (source === undefined) {
    return { completeness: { expected: expected(), answered: 0 }, missing: [], missingCount: 0, rowCount: 0 }
  }
  const { completeness, missing, missingCount, rowCount } = source
  return { completeness, missing, missingCount, rowCount }
}
