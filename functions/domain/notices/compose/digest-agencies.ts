/** An agency as a digest shows it, and the people of the round who cannot be reached by mail, with whom to call instead. */
import type { Person } from '../../../schema/region.ts'
import type { Assignment, FindingCounts } from '../../../schema/round.ts'
import { statusWords, timelinessWords } from '../../../schema/work-words.ts'
import { type BoardRow, isLate } from '../../round/board.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor, type RoundDates } from '../../round/windows.ts'
import { formatDay, formatPercent, percentOf } from '../../time/wording.ts'
import { localDateOf } from '../../time/zone.ts'
import type { DigestAgency, MailContent } from '../content.ts'
import { agencyPeople, mailboxOf } from '../recipients.ts'
import { agencyName, type Composing, formTitle } from './composing.ts'
import { boardUrl } from './page-links.ts'
import { expected, gapNames } from './work-lines.ts'

type Unreachable = Extract<MailContent, { kind: 'digest' | 'closing-report' }>['unreachable'][number]

/** The agency with the given ones of its forms. `usual`: the dates that need no mention. */
export function digestAgency(
  composing: Composing,
  { facts, row, cells, usual }: { facts: RoundFacts; row: BoardRow; cells: readonly Assignment[]; usual: RoundDates },
): DigestAgency {
  const { agencyId, agency } = row
  return {
    name: agencyName(composing, agencyId),
    url: `${boardUrl(composing)}#${encodeURIComponent(agencyId)}`,
    lines: cells.map((cell) => digestLine(composing, facts, cell)),
    flags: flagsOf(composing, facts, agencyId, usual),
    findings: openFindings(facts, agencyId),
    ...(agency?.phone === undefined ? {} : { phone: agency.phone }),
  }
}

function digestLine(composing: Composing, facts: RoundFacts, cell: Assignment): DigestAgency['lines'][number] {
  const { language } = composing
  const completeness = expected(composing, facts, cell)
  const { answered } = completeness
  const share = `${answered}/${completeness.expected} (${formatPercent(percentOf(completeness))})`
  const nil = language === 'id' ? 'nihil' : 'nil'
  return {
    form: formTitle(composing, cell, 'shortTitle'),
    status: lateStatus(cell, language),
    progress: cell.nil ? nil : completeness.expected === 0 ? '–' : share,
    ...gapNames(cell, language),
  }
}

/** `Dikirim, terlambat`, `Draf, lewat target`, or the status alone. */
function lateStatus(cell: Assignment, language: Composing['language']): string {
  const status = statusWords[cell.status][language]
  if (!isLate(cell)) return status
  if (cell.overdue) return `${status}, ${language === 'id' ? 'lewat target' : 'past the target'}`
  return cell.timeliness === null ? status : `${status}, ${timelinessWords[cell.timeliness][language].toLowerCase()}`
}

function flagsOf({ place, language }: Composing, facts: RoundFacts, agencyId: string, usual: RoundDates): string[] {
  const { closesOn } = datesFor(facts, place.zone, agencyId)
  if (closesOn === usual.closesOn) return []
  const day = formatDay(closesOn, language)
  return [language === 'id' ? `batas akhir ${day}` : `final deadline ${day}`]
}

/** What a check found and nobody has explained or solved. */
export function openFindings(facts: RoundFacts, agencyId: string): FindingCounts {
  const own = facts.findings.filter((finding) => finding.state === 'open' && finding.agencyId === agencyId)
  const count = (severity: string) => own.filter((finding) => finding.severity === severity).length
  return { blocking: count('blocking'), warning: count('warning'), info: count('info') }
}

/** Everybody of the round's agencies whose present address does not take our mail, with the colleague to call. */
export function unreachablePeople(composing: Composing, rows: readonly BoardRow[]): Unreachable[] {
  const { state, place, language } = composing
  return rows.flatMap(({ agencyId }) => {
    const people = agencyPeople(state.region, agencyId)
    return people.flatMap((person) => {
      const mailbox = mailboxOf(state.region, person)
      if (mailbox === undefined) return []
      const since = formatDay(localDateOf(new Date(mailbox.at), place.zone), language)
      const agency = agencyName(composing, agencyId)
      return [
        { person: person.name, agency, email: person.email, since, instead: deputyOf(composing, agencyId, person) },
      ]
    })
  })
}

/** A colleague whose mail arrives, the head first; else the person himself, by the office's telephone. */
function deputyOf({ state, language }: Composing, agencyId: string, silent: Person): string {
  const { region } = state
  const others = agencyPeople(region, agencyId).filter(
    (person) => person.id !== silent.id && mailboxOf(region, person) === undefined,
  )
  const deputy = others.find(({ role }) => role === 'verifier') ?? others[0] ?? silent
  const phone = deputy.phone ?? region.agencies.find(({ id }) => id === agencyId)?.phone
  const unknown = language === 'id' ? 'telepon belum tercatat' : 'no telephone on record'
  return `${deputy.name}, ${phone ?? unknown}`
}
