/**
 * Whom a coordinator should call today, and why: agencies that still owe something and are on the way to miss the target. Every
 * reason is a fact that the coordinator can check. First stands what a call wins at once: a form that only has to be sent, then who gets
 * no mail, then who has not begun, then who has stopped. The round says what counts as slow.
 */

import { formatPercent, isWhole, needsWork, percentOf } from '../../../rules/completeness.ts'
import { addDays } from '../../../rules/dates.ts'
import { formatDay } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { workingDaysBetween } from '../../../rules/working-days.ts'
import { instantOf } from '../../../rules/zone.ts'
import { digestRulesOf } from '../../../schema/digest-defaults.ts'
import type { Person } from '../../../schema/region.ts'
import type { Assignment } from '../../../schema/round.ts'
import { assignmentsOf } from '../../round/assignments.ts'
import { type BoardRow, isLate } from '../../round/board.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor, lastClosingOf } from '../../round/windows.ts'
import { agencyPeople, mailboxOf } from '../plan/recipients.ts'
import { calledBefore } from './called-agencies.ts'
import { agencyName, type Composing } from './composing.ts'
import { hasNotSignedIn, whomToCall } from './digest-contacts.ts'
import type { DigestContent } from './digest-content.ts'
import { expected, officeOf } from './work-lines.ts'

type Call = DigestContent['calls'][number]
/** `answers`: over all its forms. */
export type RiskyAgency = { row: BoardRow; call: Call; answers: { answered: number; all: number } }

/** Kecamatan first among those with equally many reasons, since they keep the city from going on. `rows` in the board's order. */
export function agenciesAtRisk(composing: Composing, facts: RoundFacts, rows: readonly BoardRow[]): RiskyAgency[] {
  const lateBefore = lateLastTime(composing, facts)
  const rank = ({ row, call, best }: Ranked) => [best, row.agency?.kind === 'kecamatan' ? 0 : 1, -call.reasons.length]
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.open && needsWork(cell)))
    .flatMap((row) => {
      const reasons = reasonsOf(composing, facts, row)
      const before = calledBefore(composing, facts, row)
      if (reasons.length === 0 || before?.resting) return []
      const said = reasons.map(({ text }) => text)
      const say = words[composing.language]
      const all = [
        ...said,
        ...(before === undefined ? [] : [say.called(before.since)]),
        ...(lateBefore.has(row.agencyId) ? [say.lateBefore] : []),
      ]
      const people = whomToCall(composing, facts, row)
      const best = Math.min(...reasons.map(({ kind }) => winning.indexOf(kind)))
      return { row, best, call: { agency: agencyName(composing, row.agencyId), people, reasons: all } }
    })
    .toSorted((a, b) => {
      const [one, other] = [rank(a), rank(b)]
      return one.map((each, at) => each - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0
    })
    .map(({ row, call }) => ({ row, call, answers: sumOfAnswers(composing, facts, row.cells) }))
}

/** What a call can win, the most certain first. */
const winning = ['nobody', 'ready', 'unreachable', 'nothing', 'stopped', 'overdue', 'slow'] as const
type Reason = { kind: (typeof winning)[number]; text: string }
type Ranked = Omit<RiskyAgency, 'answers'> & { best: number }

function reasonsOf(composing: Composing, facts: RoundFacts, row: BoardRow): Reason[] {
  const say = words[composing.language]
  const open = row.cells.filter((cell) => cell.open && needsWork(cell))
  const operators = agencyPeople(composing.state.region, row.agencyId).filter(({ role }) => role === 'operator')
  const reachable = operators.some((person) => mailboxOf(composing.state.region, person) === undefined)
  const elapsed = elapsedShare(composing, facts, row.agencyId)
  const overdue = open.filter((cell) => cell.overdue).length
  const done = answeredShare(composing, facts, row.cells.filter(stillCounts))
  const begun = row.cells.some(({ status }) => status !== 'not-started')
  const { earlyPercent, slowPercent } = digestRulesOf(facts.round.alertPlan)
  const early = 100 * elapsed < earlyPercent
  const ready = open.filter((cell) => cell.status === 'draft' && isWhole(cell))
  const stopped = early ? undefined : stoppedOn(composing, facts, row)
  const reason = (kind: Reason['kind'], holds: boolean, text: string): Reason[] => (holds ? [{ kind, text }] : [])
  return [
    ...reason('nobody', operators.length === 0, say.nobody),
    ...ready.map((cell): Reason => ({ kind: 'ready', text: say.ready(cell.completeness) })),
    ...reason('unreachable', operators.length > 0 && !reachable, say.unreachable),
    ...reason('overdue', overdue > 0, say.overdue(overdue)),
    ...reason('nothing', !early && neverSignedIn(composing, facts, operators), say.neverSignedIn),
    ...reason('nothing', !early && !begun, say.nothing),
    ...(stopped === undefined ? [] : reason('stopped', true, say.stopped(stopped))),
    ...reason('slow', begun && 100 * done + slowPercent < 100 * elapsed, say.slow(percent(done), percent(elapsed))),
  ]
}

/** Working days without a key stroke, after which somebody who had begun has stopped. */
const idleDays = 2

/** The last day on which a form that is begun and unfinished was saved, if that is long ago. */
function stoppedOn(composing: Composing, facts: RoundFacts, row: BoardRow): string | undefined {
  const { now, place, language } = composing
  const { calendar, week } = officeOf(composing, facts, row.agencyId)
  const days = row.cells
    .filter((cell) => cell.open && cell.status === 'draft' && !isWhole(cell))
    .flatMap(({ savedAt }) => (savedAt === null ? [] : [localDateOf(new Date(savedAt), place.zone)]))
  const last = days.toSorted().at(-1)
  if (last === undefined) return undefined
  // Today is not over, so it is no day without a stroke yet.
  const idle = workingDaysBetween(addDays(last, 1), addDays(localDateOf(now, place.zone), -1), calendar, week)
  return idle.length < idleDays ? undefined : formatDay(last, language)
}

/** Of the working days up to the target, how much is over: 0 to 1. */
function elapsedShare(composing: Composing, facts: RoundFacts, agencyId: string): number {
  const { now, place } = composing
  const { calendar, week, evening } = officeOf(composing, facts, agencyId)
  const { targetOn } = datesFor(facts, place.zone, agencyId)
  const today = localDateOf(now, place.zone)
  const lastDay = now >= instantOf(today, evening, place.zone) ? today : addDays(today, -1)
  const until = [lastDay, targetOn].toSorted()[0] ?? targetOn
  const all = workingDaysBetween(facts.round.opensOn, targetOn, calendar, week).length
  const over = workingDaysBetween(facts.round.opensOn, until, calendar, week).length
  return all === 0 ? 1 : over / all
}

/** What was sent, and what can still be: a closed form that nobody sent is past all calling. */
function stillCounts(cell: Assignment): boolean {
  return cell.open || !needsWork(cell)
}

function answeredShare(...of: Parameters<typeof sumOfAnswers>): number {
  const { answered, all } = sumOfAnswers(...of)
  return all === 0 ? 1 : answered / all
}

/** Answers over answers of these forms, so that a form of three questions weighs no more than they do; nil is whole. */
function sumOfAnswers(composing: Composing, facts: RoundFacts, cells: readonly Assignment[]) {
  return cells.reduce(
    (sum, cell) => {
      const { answered, expected: all } = expected(composing, facts, cell)
      const whole = cell.nil || cell.status === 'accepted'
      return { answered: sum.answered + (whole ? all : answered), all: sum.all + all }
    },
    { answered: 0, all: 0 },
  )
}

function neverSignedIn(composing: Composing, facts: RoundFacts, operators: readonly Person[]): boolean {
  return operators.length > 0 && operators.every((person) => hasNotSignedIn(composing, facts, person))
}

/** Agencies that were late in the region's round before this one, as far as it is among the facts. */
function lateLastTime({ now, state, situation, place }: Composing, { round }: RoundFacts): ReadonlySet<string> {
  const opensAt = instantOf(round.opensOn, round.opensAtTime, place.zone)
  const closed = (facts: RoundFacts) => lastClosingOf(facts, place.zone).closesAt
  const before = situation.rounds
    .filter((facts) => facts.round.id !== round.id && closed(facts) <= opensAt)
    .toSorted((a, b) => closed(a).getTime() - closed(b).getTime())
    .at(-1)
  const cells = before === undefined ? [] : assignmentsOf(now, { facts: before, region: state.region })
  return new Set(cells.filter(isLate).map(({ agencyId }) => agencyId))
}

function percent(share: number): string {
  return formatPercent(percentOf({ expected: 1, answered: share }))
}

type Completeness = Assignment['completeness']

const words = {
  id: {
    ready: ({ answered, expected: all }: Completeness) => `tinggal kirim (${answered} dari ${all} terisi)`,
    stopped: (day: string) => `berhenti mengisi sejak ${day}`,
    nobody: 'tidak ada operator',
    unreachable: 'surel operator tidak sampai',
    overdue: (forms: number) => `${forms} formulir lewat target`,
    neverSignedIn: 'belum masuk sejak dibuka',
    nothing: 'belum ada isian',
    slow: (done: string, time: string) => `terisi ${done}, waktu kerja terpakai ${time}`,
    called: (day: string) => `sudah dihubungi ${day}, belum ada kelanjutan`,
    lateBefore: 'terlambat pada putaran sebelumnya',
  },
  en: {
    ready: ({ answered, expected: all }: Completeness) => `only has to be sent (${answered} of ${all} answered)`,
    stopped: (day: string) => `nothing typed since ${day}`,
    nobody: 'no operator',
    unreachable: 'mail to the operator does not arrive',
    overdue: (forms: number) => `${forms} form${forms === 1 ? '' : 's'} past the target`,
    neverSignedIn: 'not signed in since the opening',
    nothing: 'nothing entered yet',
    slow: (done: string, time: string) => `${done} answered, ${time} of the working time is over`,
    called: (day: string) => `called on ${day}, nothing since`,
    lateBefore: 'late in the round before',
  },
}
