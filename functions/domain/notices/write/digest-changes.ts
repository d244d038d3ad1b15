/**
 * What happened in a round between two digests, in one sentence each, newest first: what was sent, decided, moved, what a
 * check found, and whose address stopped working.
 */

import { formatDay, formatDayAndTime, formatTime } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import type { Draft, Finding, Review, Submission, Window } from '../../../schema/round.ts'
import { type Mailbox, nameIn } from '../../region/regions.ts'
import { latestSubmission } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { movesTargetOnly } from '../../round/windows.ts'
import { agencyName, askedVersion, type Composing, formTitle } from './composing.ts'

type Change = { at: string; text: string }

/** Everything after `since` and not after now. */
export function changesSince(composing: Composing, facts: RoundFacts, since: Date): string[] {
  const silenced = composing.state.region.mailboxes
    .filter(isWithin(composing, since))
    .filter((mailbox) => servesRound(composing, facts, mailbox))
    .map((each) => ({ at: each.at, text: silent(composing, each) }))
  return worded(composing, [...eventsSince(composing, facts, since), ...silenced])
}

/** The same for those who fill in: of their agencies alone, drafts among it, and nothing of anybody's address. */
export function ownChangesSince(
  composing: Composing,
  facts: RoundFacts,
  { since, agencyIds }: { since: Date; agencyIds: readonly string[] },
): string[] {
  const isOwn = ({ agencyId }: { agencyId: string }) => agencyIds.includes(agencyId)
  const windows = facts.windows.flatMap((window): Window[] => {
    if (window.agencyIds === undefined) return [window]
    const own = window.agencyIds.filter((agencyId) => isOwn({ agencyId }))
    return own.length === 0 ? [] : [{ ...window, agencyIds: own }]
  })
  const { submissions, reviews, findings, drafts } = facts
  const own = {
    ...facts,
    windows,
    submissions: submissions.filter(isOwn),
    reviews: reviews.filter(isOwn),
    findings: findings.filter(isOwn),
  }
  const typed = drafts
    .filter(isOwn)
    .filter(({ savedAt }) => isWithin(composing, since)({ at: savedAt }))
    .map((draft) => ({ at: draft.savedAt, text: saved(composing, draft) }))
  return worded(composing, [...eventsSince(composing, own, since), ...typed])
}

function isWithin({ now }: Composing, since: Date) {
  return ({ at }: { at: string }) => new Date(at) > since && new Date(at) <= now
}

function eventsSince(composing: Composing, facts: RoundFacts, since: Date): Change[] {
  const inTime = isWithin(composing, since)
  return [
    ...facts.submissions.filter(inTime).map((each) => ({ at: each.at, text: sent(composing, each) })),
    ...facts.reviews.filter(inTime).map((each) => ({ at: each.at, text: decided(composing, facts, each) })),
    ...facts.windows.filter(inTime).map((each) => ({ at: each.at, text: moved(composing, facts, each) })),
    ...findingNews(composing, facts, since),
  ]
}

/** Newest first. */
function worded(composing: Composing, changes: readonly Change[]): string[] {
  return changes
    .toSorted((a, b) => (a.at === b.at ? (a.text < b.text ? -1 : 1) : a.at < b.at ? 1 : -1))
    .map(({ at, text }) => `${text} (${when(composing, new Date(at))})`)
}

function saved(composing: Composing, draft: Draft): string {
  const agency = agencyName(composing, draft.agencyId)
  const form = formTitle(composing, draft, 'shortTitle')
  return composing.language === 'id' ? `Draf ${form} ${agency} disimpan` : `${agency} saved a draft of ${form}`
}

/** The time alone where it was today. */
function when({ now, place, language }: Composing, at: Date): string {
  const today = localDateOf(now, place.zone) === localDateOf(at, place.zone)
  return today ? formatTime(at, place, language) : formatDayAndTime(at, place, language)
}

export function sent(composing: Composing, { agencyId, formId, formVersion, revision, nil }: Submission): string {
  const agency = agencyName(composing, agencyId)
  const form = formTitle(composing, { formId, formVersion }, 'shortTitle')
  if (composing.language === 'id') {
    const again = revision > 1 ? ` (revisi ke-${revision})` : ''
    return nil ? `${agency} menyatakan nihil: ${form}${again}` : `${agency} mengirim ${form}${again}`
  }
  const again = revision > 1 ? ` (revision ${revision})` : ''
  return nil ? `${agency} declared nil: ${form}${again}` : `${agency} submitted ${form}${again}`
}

export function decided(composing: Composing, facts: RoundFacts, { agencyId, formId, decision }: Review): string {
  const agency = agencyName(composing, agencyId)
  const formVersion = latestSubmission(facts, agencyId, formId)?.formVersion ?? askedVersion(facts, formId)
  const form = formTitle(composing, { formId, formVersion }, 'shortTitle')
  if (composing.language === 'id') {
    const what = { accept: 'disetujui', return: 'dikembalikan', reopen: 'dibuka kembali' }[decision]
    return `${form} ${agency} ${what}`
  }
  const what = { accept: 'accepted', return: 'returned', reopen: 're-opened' }[decision]
  return `${form} of ${agency} was ${what}`
}

export function moved(composing: Composing, facts: RoundFacts, window: Window): string {
  const { language, place } = composing
  const { closesOn, targetOn, agencyIds, reason } = window
  // No agency has the empty id, so that is a decision's effect on all.
  const isTarget = targetOn !== undefined && movesTargetOnly(facts, place.zone, agencyIds?.[0] ?? '', window)
  const kind = isTarget ? 'target' : window.kind
  const target = targetOn === undefined ? '' : formatDay(targetOn, language)
  const day = closesOn === undefined ? '' : formatDay(closesOn, language)
  const whom = agencyIds?.map((id) => agencyName(composing, id)).join(', ')
  if (language === 'id') {
    const what = {
      extend: `Diperpanjang sampai ${day}`,
      reopen: `Dibuka kembali sampai ${day}`,
      close: 'Ditutup',
      correct: `Dikoreksi menjadi ${day}`,
      target: `Target menjadi ${target}`,
    }[kind]
    return `${what} untuk ${whom ?? 'semua'}: ${reason}`
  }
  const what = {
    extend: `Extended to ${day}`,
    reopen: `Re-opened until ${day}`,
    close: 'Closed',
    correct: `Corrected to ${day}`,
    target: `Target moved to ${target}`,
  }[kind]
  return `${what} for ${whom ?? 'all'}: ${reason}`
}

function silent(composing: Composing, { personId, email, state }: Mailbox): string {
  const name = nameIn(composing.state.region, personId)
  // Addresses are the coordinators' business; reports go to viewers too.
  const who = composing.person.role === 'coordinator' ? `${name} (${email})` : name
  if (composing.language === 'id') {
    return state === 'bounced' ? `Surel tidak sampai: ${who}` : `Menolak surel kami: ${who}`
  }
  return state === 'bounced' ? `Mail does not arrive: ${who}` : `Refuses our mail: ${who}`
}

function servesRound({ state }: Composing, { round }: RoundFacts, { personId, email }: Mailbox): boolean {
  const person = state.region.people.find(({ id }) => id === personId)
  const agencies = new Set(round.assignments.map(({ agencyId }) => agencyId))
  return person !== undefined && person.email === email && person.agencyIds.some((id) => agencies.has(id))
}

/** With findings at more agencies than this one line counts them all, or the news of a night's check would hide every other. */
const agenciesNamed = 3

/** Findings come by the hundred, so they are counted by agency, or altogether: the list of open ones names them. */
function findingNews(composing: Composing, facts: RoundFacts, since: Date): Change[] {
  const isNew = ({ firstSeenAt }: Finding) => new Date(firstSeenAt) > since && new Date(firstSeenAt) <= composing.now
  const fresh = facts.findings.filter((finding) => finding.state === 'open' && isNew(finding))
  const agencyIds = [...new Set(fresh.map(({ agencyId }) => agencyId))]
  if (agencyIds.length > agenciesNamed) {
    const where = composing.language === 'id' ? `${agencyIds.length} perangkat daerah` : `${agencyIds.length} agencies`
    return [newFindings(composing, fresh, where)]
  }
  return agencyIds.map((id) => {
    const own = fresh.filter(({ agencyId }) => agencyId === id)
    return newFindings(composing, own, agencyName(composing, id))
  })
}

/** As of the newest of them. */
function newFindings({ language }: Composing, findings: readonly Finding[], where: string): Change {
  const count = findings.length
  const inEnglish = count === 1 ? '1 new finding' : `${count} new findings`
  return {
    at:
      findings
        .map(({ firstSeenAt }) => firstSeenAt)
        .toSorted()
        .at(-1) ?? '',
    text: language === 'id' ? `${count} temuan baru pada ${where}` : `${inEnglish} at ${where}`,
  }
}
