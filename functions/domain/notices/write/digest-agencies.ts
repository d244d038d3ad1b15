/** An agency as a digest shows it, and the people of the round who cannot be reached by mail, with whom to call instead. */
import { formatPercent, percentOf } from '../../../rules/completeness.ts'
import { formatDay } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { formatNumber } from '../../../schema/formats.ts'
import type { Person } from '../../../schema/region.ts'
import type { Assignment, FindingCounts } from '../../../schema/round.ts'
import type { BoardRow } from '../../round/board.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor, type RoundDates } from '../../round/windows.ts'
import { agencyPeople, mailboxOf } from '../plan/recipients.ts'
import { deputyOf, phoneOf, reachableColleagues } from '../plan/unreachable.ts'
import { agencyName, type Composing, formTitle } from './composing.ts'
import { leftWords } from './date-notes.ts'
import type { Contact, DigestAgency, DigestContent } from './digest-content.ts'
import { boardUrl } from './page-links.ts'
import { expected, gapNames, officeOf } from './work-lines.ts'

type Unreachable = DigestContent['unreachable'][number]

/** `usual`: the dates that need no mention. */
type AgencyParts = { facts: RoundFacts; row: BoardRow; cells: readonly Assignment[]; usual: RoundDates }

/** The agency with the given ones of its forms. */
export function digestAgency(composing: Composing, { facts, row, cells, usual }: AgencyParts): DigestAgency {
  const { agencyId, agency } = row
  return {
    name: agencyName(composing, agencyId),
    url: `${boardUrl(composing)}#${encodeURIComponent(agencyId)}`,
    lines: cells.map((cell) => digestLine(composing, facts, cell)),
    flags: flagsOf(composing, facts, agencyId, usual),
    findings: openFindings(facts, agencyId),
    // Who only reads calls nobody.
    ...(agency?.phone === undefined || composing.person.role !== 'coordinator' ? {} : { phone: agency.phone }),
  }
}

/** The agency told by what it lacks. Forms that nobody began share one line: there is nothing more to say of each. */
export function lackingAgency(composing: Composing, parts: AgencyParts): DigestAgency {
  const begun = parts.cells.filter(({ status }) => status !== 'not-started')
  const untouched = parts.cells.filter(({ status }) => status === 'not-started')
  const agency = digestAgency(composing, { ...parts, cells: begun })
  const first = untouched[0]
  if (first === undefined) return agency
  if (untouched.length === 1) return { ...agency, lines: [...agency.lines, digestLine(composing, parts.facts, first)] }
  const total = untouched.reduce((sum, cell) => sum + expected(composing, parts.facts, cell).expected, 0)
  const line = {
    form: untouched.map((cell) => formTitle(composing, cell, 'shortTitle')).join(', '),
    status: 'not-started' as const,
    progress: total === 0 ? '–' : `0/${formatNumber(total, composing.language)}`,
    missing: [],
    moreMissing: 0,
  }
  return { ...agency, lines: [...agency.lines, line] }
}

function digestLine(composing: Composing, facts: RoundFacts, cell: Assignment): DigestAgency['lines'][number] {
  const { language } = composing
  const completeness = expected(composing, facts, cell)
  const { answered } = completeness
  const share = `${answered}/${completeness.expected} (${formatPercent(percentOf(completeness))})`
  const nil = language === 'id' ? 'nihil' : 'nil'
  return {
    form: formTitle(composing, cell, 'shortTitle'),
    status: cell.status,
    progress: cell.nil ? nil : completeness.expected === 0 ? '–' : share,
    ...gapNames(cell, language),
  }
}

/** Dates of its own, and a week of its own: the digest counts days in the coordinator's. */
function flagsOf(composing: Composing, facts: RoundFacts, agencyId: string, usual: RoundDates): string[] {
  const { now, place, language } = composing
  const dates = datesFor(facts, place.zone, agencyId)
  const day = formatDay(dates.closesOn, language)
  const ownDate = dates.closesOn !== usual.closesOn
  const office = officeOf(composing, facts, agencyId)
  const ownWeek = office.week !== officeOf(composing, facts, coordinatorId(composing)).week && now < dates.closesAt
  const left = leftWords(now, dates, office, language).replace(/^./, (first) => first.toLowerCase())
  return [
    ...(ownDate ? [language === 'id' ? `batas akhir ${day}` : `final deadline ${day}`] : []),
    ...(ownWeek
      ? [language === 'id' ? `pekan kerja ${office.week} hari: ${left}` : `${office.week}-day week: ${left}`]
      : []),
  ]
}

/** The office whose week the digest counts in. */
export function coordinatorId({ state }: Composing): string {
  return state.region.agencies.find(({ kind }) => kind === 'coordinator')?.id ?? ''
}

/** What a check found and nobody has explained or solved. */
function openFindings(facts: RoundFacts, agencyId: string): FindingCounts {
  const own = facts.findings.filter((finding) => finding.state === 'open' && finding.agencyId === agencyId)
  const count = (severity: string) => own.filter((finding) => finding.severity === severity).length
  return { blocking: count('blocking'), warning: count('warning'), info: count('info') }
}

/** Everybody of the round's agencies whose present address does not take our mail, with the person to call. */
export function unreachablePeople(composing: Composing, rows: readonly BoardRow[]): Unreachable[] {
  const { state, place, language } = composing
  return rows.flatMap(({ agencyId }) => {
    const people = agencyPeople(state.region, agencyId)
    return people.flatMap((person) => {
      const mailbox = mailboxOf(state.region, person)
      if (mailbox === undefined) return []
      const since = formatDay(localDateOf(new Date(mailbox.at), place.zone), language)
      const agency = agencyName(composing, agencyId)
      const refuses = mailbox.state === 'complained' ? { refuses: true as const } : {}
      const instead = insteadOf(composing, agencyId, person)
      return [{ person: person.name, agency, email: person.email, since, ...refuses, instead }]
    })
  })
}

/** The named deputy; else a colleague whose mail arrives, the head first; else the person, by the office's telephone. */
function insteadOf(composing: Composing, agencyId: string, silent: Person): Contact {
  const { region } = composing.state
  const deputy = deputyOf(region, silent)
  if (deputy !== undefined) return contactOf(composing, agencyId, deputy, silent)
  return contactOf(composing, agencyId, reachableColleagues(region, agencyId, silent)[0] ?? silent)
}

/** Somebody as the coordinator calls them about an agency; `instead`: in whose place. */
export function contactOf({ state }: Composing, agencyId: string, person: Person, instead?: Person): Contact {
  const phone = phoneOf(state.region, person, agencyId) ?? ''
  return { name: person.name, phone, ...(instead === undefined ? {} : { deputyOf: instead.name }) }
}
