/**
 * What is wrong with a round as a coordinator typed it. Dates are free until the round opens; afterwards they belong to the
 * windows (extension, correction, closing), and versions of forms to moves (move-version.ts), so that nobody's work becomes late or is
 * lost by an edit and the history stays whole. What an agency has begun is never taken away from it.
 */

import { addDays } from '../../rules/dates.ts'
import { longestRoundDays } from '../../rules/window-change.ts'
import { endOfDay, instantOf } from '../../rules/zone.ts'
import { digestRulesOf } from '../../schema/digest-defaults.ts'
import type { Round } from '../../schema/round.ts'
import type { RoundPlan } from '../../schema/round-plan.ts'
import type { SettingError } from '../refusal.ts'
import type { RegionFacts } from '../region/regions.ts'
import { errorIf, isDate, isTime, required, wordingRequired } from '../typed-settings.ts'
import { assignmentKeyOf } from './by-work.ts'
import { formKey } from './form-catalogue.ts'
import type { RoundFacts } from './rounds.ts'
import { isDraft } from './windows.ts'

/**
 * What the plan is judged by. `facts`: of the round that is revised; absent for a new one. `forms`: known `form version`s. `opening`: the
 * draft is about to be opened; until then it may wait for its assignments.
 */
export type PlanSetting = { region: RegionFacts; forms: ReadonlySet<string>; facts?: RoundFacts; opening?: boolean }

const mostReminders = 60
const mostDaysBetween = 20

/** All errors at once; none = it may be written. */
export function planErrors(now: Date, plan: RoundPlan, setting: PlanSetting): SettingError[] {
  const shape = [
    ...wordingRequired(plan.title, '/title'),
    ...required(plan.phase, '/phase'),
    ...errorIf(plan.fiscalYear < 2000 || plan.fiscalYear > 2100, '/fiscalYear', 'impossible-year'),
    ...alertErrors(plan),
    ...assignmentErrors(plan, setting),
    ...milestoneErrors(plan, setting),
  ]
  return [...shape, ...dateErrors(now, plan, setting)]
}

function alertErrors({ alertPlan }: RoundPlan): SettingError[] {
  const { morning, evening, targetDayTimes, workingDaysBeforeTarget: days, overdueEvery = 1 } = alertPlan
  const { nearWorkingDays, earlyPercent, slowPercent } = digestRulesOf(alertPlan)
  return [
    ...errorIf(!isTime(morning), '/alertPlan/morning', 'impossible-time'),
    ...errorIf(!isTime(evening), '/alertPlan/evening', 'impossible-time'),
    ...errorIf(
      targetDayTimes.length === 0 || !targetDayTimes.every(isTime),
      '/alertPlan/targetDayTimes',
      'impossible-time',
    ),
    ...errorIf(
      days.some((day) => day < 1 || day > mostReminders) || new Set(days).size < days.length,
      '/alertPlan/workingDaysBeforeTarget',
      'reminder-days',
    ),
    ...errorIf(overdueEvery < 1 || overdueEvery > mostDaysBetween, '/alertPlan/overdueEvery', 'overdue-days'),
    ...errorIf(
      nearWorkingDays < 0 || nearWorkingDays > mostReminders,
      '/alertPlan/digest/nearWorkingDays',
      'digest-days',
    ),
    ...errorIf(!isPercentage(earlyPercent), '/alertPlan/digest/earlyPercent', 'not-a-percentage'),
    ...errorIf(!isPercentage(slowPercent), '/alertPlan/digest/slowPercent', 'not-a-percentage'),
  ]
}

function isPercentage(number: number): boolean {
  return number >= 0 && number <= 100
}

function milestoneErrors({ milestones = [] }: RoundPlan, { region }: PlanSetting): SettingError[] {
  return milestones.flatMap(({ agencyId, on }, index) => [
    ...errorIf(!isDate(on), `/milestones/${index}/on`, 'impossible-date', on),
    ...errorIf(
      !region.agencies.some(({ id }) => id === agencyId),
      `/milestones/${index}/agencyId`,
      'unknown-agency',
      agencyId,
    ),
  ])
}

function dateErrors(now: Date, plan: RoundPlan, { region, facts }: PlanSetting): SettingError[] {
  const { opensOn, targetOn, closesOn, opensAtTime } = plan
  const impossible = [
    ...errorIf(!isDate(opensOn), '/opensOn', 'impossible-date'),
    ...errorIf(!isDate(targetOn), '/targetOn', 'impossible-date'),
    ...errorIf(!isDate(closesOn), '/closesOn', 'impossible-date'),
    ...errorIf(!isTime(opensAtTime), '/opensAtTime', 'impossible-time'),
  ]
  if (impossible.length > 0) return impossible
  if (facts !== undefined && !isDraft(facts) && hasOpened(now, facts.round, region))
    return movedDates(plan, facts.round)
  return [
    ...errorIf(targetOn < opensOn, '/targetOn', 'target-before-opening'),
    ...errorIf(closesOn < targetOn, '/closesOn', 'final-before-target'),
    ...errorIf(closesOn > addDays(opensOn, longestRoundDays), '/closesOn', 'round-too-long'),
    ...errorIf(endOfDay(closesOn, region.settings.zone) <= now, '/closesOn', 'final-in-the-past'),
  ]
}

function hasOpened(now: Date, { opensOn, opensAtTime }: Round, { settings }: RegionFacts): boolean {
  return instantOf(opensOn, opensAtTime, settings.zone) <= now
}

function movedDates(plan: RoundPlan, round: Round): SettingError[] {
  const opening = plan.opensOn !== round.opensOn || plan.opensAtTime !== round.opensAtTime
  return [
    ...errorIf(opening, '/opensOn', 'opening-has-passed'),
    ...errorIf(plan.targetOn !== round.targetOn, '/targetOn', 'dates-move-by-window'),
    ...errorIf(plan.closesOn !== round.closesOn, '/closesOn', 'dates-move-by-window'),
  ]
}

function assignmentErrors({ assignments }: RoundPlan, { region, forms, facts, opening }: PlanSetting): SettingError[] {
  const agencies = new Set(region.agencies.map(({ id }) => id))
  const idle = new Map(region.agencies.flatMap(({ id, name, outOfUse }) => (outOfUse === true ? [[id, name.id]] : [])))
  const standing = new Set(facts?.round.assignments.map(workOf))
  const seen = new Set<string>()
  const each = assignments.flatMap(({ agencyId, formId, formVersion }, index) => {
    const pointer = `/assignments/${index}`
    const key = `${agencyId} ${formId}`
    const twice = seen.has(key)
    seen.add(key)
    return [
      ...errorIf(!agencies.has(agencyId), `${pointer}/agencyId`, 'unknown-agency', agencyId),
      ...errorIf(
        idle.has(agencyId) && !standing.has(workOf({ agencyId, formId })),
        `${pointer}/agencyId`,
        'agency-out-of-use',
        idle.get(agencyId) ?? '',
      ),
      ...errorIf(
        !forms.has(formKey(formId, formVersion)),
        `${pointer}/formId`,
        'unknown-form',
        `${formId} v${formVersion}`,
      ),
      ...errorIf(twice, pointer, 'assigned-twice', key),
    ]
  })
  return [
    ...errorIf(assignments.length === 0 && !mayBeEmpty({ facts, opening }), '/assignments', 'nothing-assigned'),
    ...each,
    ...(facts === undefined
      ? []
      : [
          ...begunWork(assignments, facts).map((begun) => begunError(begun, '/assignments', region)),
          ...versionErrors(assignments, facts),
        ]),
  ]
}

function mayBeEmpty({ facts, opening }: Pick<PlanSetting, 'facts' | 'opening'>): boolean {
  return !opening && (facts === undefined || isDraft(facts))
}

/** Begun work that these assignments would drop. */
export function begunWork(assignments: RoundPlan['assignments'], facts: RoundFacts): RoundPlan['assignments'] {
  const kept = new Set(assignments.map(workOf))
  const begun = new Set([...facts.submissions, ...facts.drafts].map(workOf))
  return facts.round.assignments.filter((key) => begun.has(workOf(key)) && !kept.has(workOf(key)))
}

/** Forms that would get another version by an edit, once the round is open. */
function versionErrors(assignments: RoundPlan['assignments'], facts: RoundFacts): SettingError[] {
  if (isDraft(facts)) return []
  const moved = assignments.filter(({ agencyId, formId, formVersion }) => {
    const standing = assignmentKeyOf(facts.round.assignments, agencyId, formId)
    return standing !== undefined && standing.formVersion !== formVersion
  })
  return [...new Set(moved.map(({ formId }) => formId))].map((formId) => ({
    pointer: '/assignments',
    reason: 'version-by-move',
    named: formId,
  }))
}

function workOf({ agencyId, formId }: { agencyId: string; formId: string }): string {
  return `${agencyId} ${formId}`
}

/** `work-begun`, in words that name the agency as people do. */
export function begunError(
  { agencyId, formId }: { agencyId: string; formId: string },
  pointer: string,
  { agencies }: RegionFacts,
): SettingError {
  const name = agencies.find(({ id }) => id === agencyId)?.shortName ?? agencyId
  return { pointer, reason: 'work-begun', named: `${name}: ${formId}` }
}
