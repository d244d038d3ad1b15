/**
 * What each agency owes in a round and how far it is, folded from the facts: one assignment an agency and form. Status is
 * that of the latest revision: a draft kept beside a submission does not take it back.
 */

import { needsWork } from '../../rules/completeness.ts'
import { workingDaysLeft } from '../../rules/working-days.ts'
import { endOfDay } from '../../rules/zone.ts'
import type { Completeness, Gap } from '../../schema/answers.ts'
import type { Assignment, AssignmentKey, AssignmentStatus, Draft, Severity, Submission } from '../../schema/round.ts'
import { agencyOf, nameIn } from '../region/regions.ts'
import { draftOf, findingsOf } from './by-work.ts'
import { closingOf, correctionsDueOn, latestReview, latestSubmission, mayWrite } from './may-write.ts'
import type { RoundFacts, RoundState } from './rounds.ts'
import { punctualityOf, timelinessOfForm } from './timeliness.ts'
import { datesFor } from './windows.ts'

/** How many required answers a form expects of an agency that has not begun. Asked only where there is no draft or submission. */
export type ExpectedOf = (agencyId: string, formId: string, formVersion: number) => number

const unknownExpected: ExpectedOf = () => 0

/** All assignments of the round, in the round's order. */
export function assignmentsOf(now: Date, state: RoundState, expectedOf: ExpectedOf = unknownExpected): Assignment[] {
  return state.facts.round.assignments.map((key) => assignmentOf(now, state, key, expectedOf))
}

/** One assignment. An agency that is unknown to the region counts with a 5-day week. */
export function assignmentOf(
  now: Date,
  state: RoundState,
  key: AssignmentKey,
  expectedOf: ExpectedOf = unknownExpected,
): Assignment {
  const { facts, region } = state
  const { agencyId, formId } = key
  const { zone } = region.settings
  const dates = datesFor(facts, zone, agencyId)
  const closing = closingOf(facts, zone, agencyId, formId)
  const submission = latestSubmission(facts, agencyId, formId)
  const draft = draftOf(facts.drafts, agencyId, formId)
  const status = statusOf(facts, submission, draft)
  const dueOn = status === 'returned' ? correctionsDueOn(facts, agencyId, formId) : undefined
  const dueAt = dueOn === undefined ? undefined : endOfDay(dueOn, zone)
  const last = dueOn === undefined || dueAt === undefined ? closing : { closesOn: dueOn, closesAt: dueAt }
  const week = agencyOf(region, agencyId)?.workingWeek ?? 5
  const office = { zone, calendar: region.calendar, week, evening: facts.round.alertPlan.evening }
  const assignment = {
    agencyId,
    formId,
    formVersion: key.formVersion,
    sentVersion: submission?.formVersion ?? null,
    status,
    nil: submission?.nil ?? false,
    ...progressOf(submission, draft, () => expectedOf(agencyId, formId, key.formVersion)),
    opensAt: dates.opensAt.toISOString(),
    targetAt: dates.targetAt.toISOString(),
    closesAt: closing.closesAt.toISOString(),
    targetOn: dates.targetOn,
    closesOn: closing.closesOn,
    open: mayWrite(now, state, agencyId, formId) === 'ok',
    workingDaysLeft: now < last.closesAt ? workingDaysLeft(now, last.closesOn, office) : 0,
    timeliness: timelinessOfForm(facts, zone, agencyId, formId),
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
  return {
    ...assignment,
    overdue: owed && now >= (dueAt ?? dates.targetAt),
    punctuality: punctualityOf(now, { facts, zone, sent: owed ? undefined : submission, endsAt: last.closesAt }),
  }
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
