/**
 * Whom a coordinator should call today, and why: agencies that still owe something and are on the way to miss the target. Every
 * reason is a fact that the coordinator can check; the more reasons, the higher in the list. The round says what counts as slow.
 */

import { formatPercent, needsWork, percentOf } from '../../../rules/completeness.ts'
import { addDays } from '../../../rules/dates.ts'
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
import { deputyOf } from '../plan/unreachable.ts'
import { agencyName, type Composing } from './composing.ts'
import { contactOf } from './digest-agencies.ts'
import type { Contact, DigestContent } from './digest-content.ts'
import { expected, officeOf } from './work-lines.ts'

type Call = DigestContent['calls'][number]
export type RiskyAgency = { row: BoardRow; call: Call }

/** Kecamatan first among those with equally many reasons, since they keep the city from going on. `rows` in the board's order. */
export function agenciesAtRisk(composing: Composing, facts: RoundFacts, rows: readonly BoardRow[]): RiskyAgency[] {
  const lateBefore = lateLastTime(composing, facts)
  const rank = ({ row, call }: RiskyAgency) => call.reasons.length * 2 + (row.agency?.kind === 'kecamatan' ? 1 : 0)
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.open && needsWork(cell)))
    .flatMap((row) => {
      const reasons = reasonsOf(composing, facts, row)
      if (reasons.length === 0) return []
      const all = lateBefore.has(row.agencyId) ? [...reasons, words[composing.language].lateBefore] : reasons
      const people = whomToCall(composing, facts, row)
      return { row, call: { agency: agencyName(composing, row.agencyId), people, reasons: all } }
    })
    .toSorted((a, b) => rank(b) - rank(a))
}

function reasonsOf(composing: Composing, facts: RoundFacts, row: BoardRow): string[] {
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
  return [
    ...(reachable ? [] : [say.unreachable]),
    ...(overdue > 0 ? [say.overdue(overdue)] : []),
    ...(!early && neverSignedIn(composing, facts, operators) ? [say.neverSignedIn] : []),
    ...(!early && !begun ? [say.nothing] : []),
    ...(begun && 100 * done + slowPercent < 100 * elapsed ? [say.slow(percent(done), percent(elapsed))] : []),
  ]
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

/** Over these forms; nil is whole. */
function answeredShare(composing: Composing, facts: RoundFacts, cells: readonly Assignment[]): number {
  const shares = cells.map((cell) => {
    if (cell.nil || cell.status === 'accepted') return 1
    const { answered, expected: all } = expected(composing, facts, cell)
    return all === 0 ? 0 : answered / all
  })
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
}

function neverSignedIn(composing: Composing, facts: RoundFacts, operators: readonly Person[]): boolean {
  return operators.length > 0 && operators.every((person) => hasNotSignedIn(composing, facts, person))
}

/** Not signed in since the opening. Where sign-ins were not read, nobody is said to be one. */
function hasNotSignedIn({ state, place }: Composing, { round }: RoundFacts, { id }: Person): boolean {
  const opensAt = instantOf(round.opensOn, '00:00', place.zone)
  return state.region.signIns?.some((each) => each.personId === id && new Date(each.at) >= opensAt) === false
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

/**
 * An operator who is at work: whose mail arrives and who has signed in. Where there is none, an operator who is only a stranger
 * is still called, and with or instead of them the deputy that was named; without one the head, else anybody.
 */
function whomToCall(composing: Composing, facts: RoundFacts, { agencyId, agency }: BoardRow): Contact[] {
  const { region } = composing.state
  const people = agencyPeople(region, agencyId)
  const operators = people.filter(({ role }) => role === 'operator')
  const reachable = people.filter((person) => mailboxOf(region, person) === undefined)
  const atWork = reachable.find((person) => operators.includes(person) && !hasNotSignedIn(composing, facts, person))
  if (atWork !== undefined) return [contactOf(composing, agencyId, atWork)]
  const deputies = operators.flatMap((person) => {
    const deputy = deputyOf(region, person)
    return deputy === undefined ? [] : [contactOf(composing, agencyId, deputy, person)]
  })
  const first =
    deputies.length > 0 ? reachable.find((person) => operators.includes(person)) : (reachable[0] ?? people[0])
  const called = [...(first === undefined ? [] : [contactOf(composing, agencyId, first)]), ...deputies.slice(0, 1)]
  return called.length > 0 ? called : [{ name: words[composing.language].nobody, phone: agency?.phone ?? '' }]
}

function percent(share: number): string {
  return formatPercent(percentOf({ expected: 1, answered: share }))
}

const words = {
  id: {
    unreachable: 'surel operator tidak sampai',
    overdue: (forms: number) => `${forms} formulir lewat target`,
    neverSignedIn: 'belum masuk sejak dibuka',
    nothing: 'belum ada isian',
    slow: (done: string, time: string) => `terisi ${done}, waktu kerja terpakai ${time}`,
    lateBefore: 'terlambat pada putaran sebelumnya',
    nobody: 'belum ada petugas',
  },
  en: {
    unreachable: 'mail to the operator does not arrive',
    overdue: (forms: number) => `${forms} form${forms === 1 ? '' : 's'} past the target`,
    neverSignedIn: 'not signed in since the opening',
    nothing: 'nothing entered yet',
    slow: (done: string, time: string) => `${done} answered, ${time} of the working time is over`,
    lateBefore: 'late in the round before',
    nobody: 'nobody on record',
  },
}
