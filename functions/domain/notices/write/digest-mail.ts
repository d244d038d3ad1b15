/**
 * Content of the coordinator's digest and of the reports: one board at one moment, so that every number equals the
 * list it is counted from. A digest that has nothing to tell is not written.
 */
import { isComplete } from '../../../rules/completeness.ts'
import { formatDay, formatDayAndTime, formatDeadline } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import type { Punctuality } from '../../../schema/round.ts'
import { blockersFirst, boardOf } from '../../round/board.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { usualDates } from '../../round/usual-dates.ts'
import { agenciesIn, datesFor, firstDates, lastClosingOf, type RoundDates } from '../../round/windows.ts'
import { lastDigestBefore } from '../ledger/sent-digests.ts'
import { isReportKind } from '../plan/digest-slots.ts'
import { reportsOf } from '../plan/report-corrections.ts'
import { callsSince } from './called-agencies.ts'
import { agencyName, type Composing } from './composing.ts'
import { finalDateNote, leftWords } from './date-notes.ts'
import { coordinatorId, digestAgency, lackingAgency, unreachablePeople } from './digest-agencies.ts'
import { changesSince } from './digest-changes.ts'
import type { DigestContent } from './digest-content.ts'
import { openFindingsOf } from './digest-findings.ts'
import { agenciesAtRisk } from './digest-risk.ts'
import { lostTimeOf } from './lost-time.ts'
import { boardUrl, callsUrl, checkUrl, remindUrl, settingsUrl, timelineUrl, unsubscribeUrl } from './page-links.ts'
import { unsubscribeToken } from './unsubscribe-token.ts'
import { officeOf } from './work-lines.ts'

/** The richest level of the template shows no more than these. */
const longest = { changes: 20, agencies: 30, findings: 30, calls: 5 }

/** Whether there is anything in a digest that a coordinator would miss. */
function saysSomething({ incomplete, late, missed, changes, findings, unreachable }: DigestContent): boolean {
  return [incomplete, late, missed, changes, findings, unreachable].some((list) => list.length > 0)
}

/** Why a digest is not sent, if it is not. A report always is. */
export function whyNoDigest(
  content: DigestContent,
  { person }: Composing,
): 'nothing-to-say' | 'nothing-changed' | undefined {
  if (isReportKind(content.kind)) return undefined
  if (!saysSomething(content)) return 'nothing-to-say'
  return person.digest?.onlyNews && content.changes.length === 0 ? 'nothing-changed' : undefined
}

export function digestMail(composing: Composing, facts: RoundFacts, kind: DigestContent['kind']): DigestContent {
  const { now, person, language, place, state } = composing
  const usual = usualDates(facts, place.zone)
  const reader = { personId: person.id, round: facts.round.id }
  const since = lastDigestBefore(now, state.sentDigests ?? [], reader) ?? firstDates(facts, place.zone).opensAt
  const changes = changesSince(composing, facts, since)
  const findings = openFindingsOf(composing, facts)
  const stillOpen = kind === 'digest' ? [] : openLonger(composing, facts)
  const note = finalDateNote(usual.closesOn, officeOf(composing, facts, coordinatorId(composing)), language)
  return {
    // A final report that was held up until somebody got more time is none any more.
    kind: kind === 'closing-report' && stillOpen.length > 0 ? 'provisional-report' : kind,
    stillOpen,
    ...(stillOpen.length > 0 ? finalReportOf(composing, facts) : {}),
    round: facts.round.title[language],
    person: person.name,
    asOf: formatDayAndTime(now, place, language),
    target: formatDeadline(usual.targetAt, place, language),
    closes: formatDeadline(usual.closesAt, place, language),
    left: leftOf(composing, facts, usual),
    ...(note === undefined || now >= usual.closesAt ? {} : { holidayNote: note }),
    since: formatDayAndTime(since, place, language),
    changes: changes.slice(0, longest.changes),
    moreChanges: Math.max(0, changes.length - longest.changes),
    changesUrl: timelineUrl(composing, localDateOf(now, place.zone)),
    ...boardLists(composing, facts, usual),
    ...calledOf(composing, facts, since),
    findings: findings.slice(0, longest.findings),
    moreFindings: findings.slice(longest.findings).reduce((sum, { count }) => sum + count, 0),
    findingsUrl: checkUrl(composing, facts.round.id),
    explained: facts.findings.filter(({ state }) => state === 'explained').length,
    siteUrl: boardUrl(composing),
    ...lostTimeOf(composing, facts),
    ...(kind === 'digest' ? stopLinks(composing) : {}),
  }
}

function boardLists(composing: Composing, facts: RoundFacts, usual: RoundDates) {
  const { rows, counts } = boardOf(composing.now, { facts, region: composing.state.region })
  const { complete: _, ...shown } = counts
  const incomplete = blockersFirst(rows.filter((row) => !row.complete)).map((row) =>
    lackingAgency(composing, { facts, row, cells: row.cells.filter((cell) => !isComplete(cell)), usual }),
  )
  const only = (word: Punctuality) =>
    rows.flatMap((row) => {
      const cells = row.cells.filter(({ punctuality }) => punctuality === word)
      return cells.length === 0 ? [] : [digestAgency(composing, { facts, row, cells, usual })]
    })
  // Who only reads calls nobody and corrects no address; telephones and addresses are the coordinators' business.
  const acts = composing.person.role === 'coordinator'
  const risky = acts ? agenciesAtRisk(composing, facts, rows) : []
  return {
    counts: shown,
    calls: risky.slice(0, longest.calls).map(({ call }) => call),
    moreCalls: Math.max(0, risky.length - longest.calls),
    ...(risky.length > 0 && { callsUrl: callsUrl(composing) }),
    remindUrl: remindUrl(
      composing,
      facts.round.id,
      risky.map(({ row }) => row.agencyId),
    ),
    incomplete: incomplete.slice(0, longest.agencies),
    moreAgencies: Math.max(0, incomplete.length - longest.agencies),
    late: only('late'),
    missed: only('past-deadline'),
    complete: rows.filter((row) => row.complete).map(({ agencyId }) => agencyName(composing, agencyId)),
    unreachable: acts ? unreachablePeople(composing, rows) : [],
  }
}

/** For whoever calls. */
function calledOf(composing: Composing, facts: RoundFacts, since: Date): Pick<DigestContent, 'called'> {
  const called = composing.person.role === 'coordinator' ? callsSince(composing, facts, since) : undefined
  return called === undefined ? {} : { called }
}

/** Still open for anybody: the days that are left under the usual dates, or that only extended agencies are left. */
function leftOf(composing: Composing, facts: RoundFacts, usual: RoundDates): string {
  const { now, language, place } = composing
  const office = officeOf(composing, facts, coordinatorId(composing))
  const last = lastClosingOf(facts, place.zone)
  if (now < usual.closesAt || now >= last.closesAt) return leftWords(now, usual, office, language)
  const until = formatDay(last.closesOn, language)
  return language === 'id' ? `Masih dibuka untuk sebagian sampai ${until}` : `Still open for some until ${until}`
}

/** Agencies that may still write when most may not, the earliest final date first. */
function openLonger(composing: Composing, facts: RoundFacts): DigestContent['stillOpen'] {
  const { now, place, language } = composing
  const agencies = agenciesIn(facts)
  const open = agencies
    .map((agencyId) => ({ agencyId, ...datesFor(facts, place.zone, agencyId) }))
    .filter(({ closesAt }) => now < closesAt)
    .toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
  return [...Map.groupBy(open, ({ closesAt }) => closesAt.getTime())].map(([time, group]) => ({
    closes: formatDeadline(new Date(time), place, language),
    agencies: group.map(({ agencyId }) => agencyName(composing, agencyId)),
  }))
}

/** When the final report comes under the dates in force. */
export function finalReportOf(composing: Composing, facts: RoundFacts): { finalReport?: string } {
  const { now, situation, person, place, language } = composing
  const last = reportsOf(situation, facts, person)
    .filter(({ kind, at }) => kind === 'closing-report' && at > now)
    .at(-1)
  return last === undefined ? {} : { finalReport: formatDayAndTime(last.at, place, language) }
}

/** Only for whoever may stop this mail by a link: the signature needs the key. */
function stopLinks(composing: Composing): Partial<Pick<DigestContent, 'settingsUrl' | 'unsubscribeUrl'>> {
  const { person, parts, state } = composing
  const url = settingsUrl(composing)
  if (parts.codeKey === undefined) return { settingsUrl: url }
  const subscriber = { region: state.region.settings.region, personId: person.id }
  const token = unsubscribeToken(parts.codeKey, subscriber, person.generation)
  return { settingsUrl: url, unsubscribeUrl: unsubscribeUrl(composing, token) }
}
