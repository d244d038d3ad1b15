/**
 * One form as a line and one agency as a block, in the recipient's language: status, how much is answered, what is missing
 * by name. Dates stand with the agency, because an extension may move those of one agency alone.
 */
import { formatPercent, percentOf, shareDone } from '../../../rules/completeness.ts'
import { formatDay, formatDeadline } from '../../../rules/moments.ts'
import { problemCountsOf, problemWords } from '../../../rules/problem-counts.ts'
import type { Office } from '../../../rules/working-days.ts'
import type { Completeness } from '../../../schema/answers.ts'
import type { Assignment } from '../../../schema/round.ts'
import { agencyOf } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor, type RoundDates } from '../../round/windows.ts'

import { agencyName, type Composing, formTitle } from './composing.ts'
import type { AgencyBlock, FormLine } from './content.ts'
import { finalDateNote, leftWords } from './date-notes.ts'
import { formUrl } from './page-links.ts'

/** Names of missing answers a form; the rest is counted. */
const namedGaps = 5

/** An agency's office hours as the round counts them. An agency that the region does not know counts with a 5-day week. */
export function officeOf({ state }: Composing, { round }: RoundFacts, agencyId: string): Office {
  const { settings, calendar } = state.region
  const week = agencyOf(state.region, agencyId)?.workingWeek ?? 5
  return { zone: settings.zone, calendar, week, evening: round.alertPlan.evening }
}

/** An agency with its dates and the given forms. `withRound`: the mail speaks of several rounds. */
export function agencyBlock(
  composing: Composing,
  { facts, agencyId, cells, withRound = false }: BlockParts,
): AgencyBlock {
  const { now, place, language } = composing
  const dates = workDates(now, datesFor(facts, place.zone, agencyId), cells)
  const office = officeOf(composing, facts, agencyId)
  const note = finalDateNote(dates.closesOn, office, language)
  const name = agencyName(composing, agencyId)
  return {
    name: withRound ? `${name} · ${facts.round.title[language]}` : name,
    target: formatDeadline(dates.targetAt, place, language),
    closes: formatDeadline(dates.closesAt, place, language),
    ...(note === undefined ? {} : { holidayNote: note }),
    left: leftWords(now, dates, office, language),
    forms: cells.map((cell) => formLine(composing, facts, cell)),
  }
}

/**
 * The dates to tell of these forms: the agency's, or, where all that is left was returned with a last day of its own, that day. Once
 * it is past, the target is what was missed, and the final date what is left.
 */
export function workDates(now: Date, dates: RoundDates, cells: readonly Assignment[]): RoundDates {
  const first = cells.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0]
  if (first === undefined || first.dueOn === null || first.dueAt === null) return dates
  const own = { targetOn: first.dueOn, targetAt: new Date(first.dueAt) }
  const isOver = now >= own.targetAt && own.targetAt < dates.closesAt
  return { ...dates, ...own, ...(isOver ? {} : { closesOn: own.targetOn, closesAt: own.targetAt }) }
}

export type BlockParts = { facts: RoundFacts; agencyId: string; cells: readonly Assignment[]; withRound?: boolean }

/** One form. Corrections with a last day of their own say it. */
export function formLine(composing: Composing, facts: RoundFacts, cell: Assignment): FormLine {
  const { language } = composing
  const completeness = expected(composing, facts, cell)
  const problems = problemWords(problemCountsOf(cell))[language]
  const progress = [
    progressWords(cell, completeness, language),
    ...(problems === '' ? [] : [problems]),
    ...correctionWords(composing, facts, cell),
  ]
  return {
    title: formTitle(composing, cell),
    status: cell.status,
    progress: progress.join(', '),
    percent: Math.floor(100 * shareDone({ ...cell, completeness })),
    ...gapNames(cell, language),
    url: formUrl(composing, { round: facts.round.id, agencyId: cell.agencyId, formId: cell.formId }, firstGap(cell)),
  }
}

/** What is answered of what is expected, also before the first draft. */
export function expected(composing: Composing, facts: RoundFacts, cell: Assignment): Completeness {
  const { status, completeness, agencyId, formId, formVersion } = cell
  if (status !== 'not-started') return completeness
  return { expected: composing.expectedOf(facts)(agencyId, formId, formVersion), answered: 0 }
}

/** The first names and how many more there are. */
export function gapNames(
  { missing, missingCount, nil }: Pick<Assignment, 'missing' | 'missingCount' | 'nil'>,
  language: Composing['language'],
): Pick<FormLine, 'missing' | 'moreMissing'> {
  if (nil) return { missing: [], moreMissing: 0 }
  const named = missing.slice(0, namedGaps)
  const told = named.reduce((sum, { count = 1 }) => sum + count, 0)
  return { missing: named.map(({ label }) => label[language]), moreMissing: Math.max(0, missingCount - told) }
}

const nothingRequired = { id: 'tidak ada isian wajib', en: 'no required answers' }

function progressWords(
  { nil }: Pick<Assignment, 'nil'>,
  completeness: Completeness,
  language: Composing['language'],
): string {
  if (nil) return language === 'id' ? 'nihil' : 'nil'
  if (completeness.expected === 0) return nothingRequired[language]
  const { answered } = completeness
  const percent = formatPercent(percentOf(completeness))
  return language === 'id'
    ? `${answered} dari ${completeness.expected} isian wajib (${percent})`
    : `${answered} of ${completeness.expected} required answers (${percent})`
}

/** Where the work goes on: at the first answer that is missing. */
function firstGap({ status, nil, missing }: Assignment): string {
  return nil || status === 'not-started' ? '' : (missing[0]?.pointer ?? '')
}

function correctionWords({ place, language }: Composing, facts: RoundFacts, { agencyId, dueOn, open }: Assignment) {
  if (dueOn === null || !open || dueOn === datesFor(facts, place.zone, agencyId).closesOn) return []
  const day = formatDay(dueOn, language)
  return [language === 'id' ? `perbaiki sampai ${day}` : `correct by ${day}`]
}
