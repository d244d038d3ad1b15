/**
 * The independent model of the soak: what people were told is judged by what was confirmed to them and by the calendar alone. It uses
 * no function of the planner, the composer or the checks.
 */
import { createHash } from 'node:crypto'
import type { Notice, NoticeKind } from '../../functions/schema/notice.ts'
import type { Submission } from '../../functions/schema/round.ts'
import type { Diary, Work } from './people.ts'
import type { Town } from './town.ts'

/** A mail that SES took. `text`: its plain text. */
export type TakenMail = { nid: string; region: string; kind: string; to: string; at: string; text: string }
export type Found = { town: Town; submissions: readonly Submission[]; notices: readonly Notice[] }
export type Verdict = Record<'lost' | 'doubled' | 'stuck' | 'late' | 'untrue' | 'unknown', number> & {
  complaints: string[]
}

const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export function judge(found: readonly Found[], mails: readonly TakenMail[], diary: Diary): Verdict {
  const verdict: Verdict = { lost: 0, doubled: 0, stuck: 0, late: 0, untrue: 0, unknown: 0, complaints: [] }
  const complain = (what: 'lost' | 'stuck' | 'late' | 'untrue', words: string) => {
    verdict[what]++
    if (verdict.complaints.length < 40) verdict.complaints.push(`${what}: ${words}`)
  }
  const mailsOf = Map.groupBy(mails, ({ nid }) => nid)
  for (const one of found) {
    judgeSubmissions(one, diary, complain)
    judgeLedger(one, mailsOf, verdict, complain)
    judgeReceipts(one, complain)
    judgeReminders(one, mails, diary, complain)
    judgeDigests(one, mails, diary, complain)
  }
  return verdict
}

type Complain = (what: 'lost' | 'stuck' | 'late' | 'untrue', words: string) => void

/** Each receipt resolves to its revision (P1), revisions are 1..n, the chain holds, and no instant runs backwards. */
function judgeSubmissions({ town, submissions }: Found, diary: Diary, complain: Complain): void {
  for (const { receipt, agencyId, formId } of diary.receipts.filter((each) => each.town === town)) {
    const kept = submissions.find(
      (each) => each.agencyId === agencyId && each.formId === formId && each.revision === receipt.revision,
    )
    if (kept?.sha256 !== receipt.sha256 || kept.receiptNumber !== receipt.number)
      complain('lost', `submission ${receipt.number}`)
  }
  for (const [work, own] of Map.groupBy(submissions, ({ agencyId, formId }) => `${agencyId} ${formId}`)) {
    let [chain, at] = ['', '']
    for (const [index, { revision, sha256: hash, chain: kept, at: when }] of own.entries()) {
      chain = sha256(`${chain}|${index + 1}|${hash}`)
      if (revision !== index + 1 || kept !== chain) complain('untrue', `chain of ${work} at ${revision}`)
      if (when < at) complain('untrue', `${work} revision ${revision} is stamped before its predecessor`)
      at = when
    }
  }
}

/** The ledger says what SES knows: sent and taken once, or not sent and not taken; and everything has an end. */
function judgeLedger(
  { notices }: Found,
  mailsOf: Map<string, TakenMail[]>,
  verdict: Verdict,
  complain: Complain,
): void {
  for (const { nid, kind, recipientId, state, expiresAt, reason } of notices) {
    const taken = mailsOf.get(nid) ?? []
    const name = `${kind} to ${recipientId} ${nid} ${state} ${reason ?? ''}`
    verdict.doubled += Math.max(0, taken.length - 1)
    if (state === 'unknown') verdict.unknown++
    else if (state === 'planned' || state === 'claimed') complain('stuck', name)
    else if (state === 'failed' || state === 'parked') complain('lost', name)
    else if (state === 'sent' && taken.length === 0) complain('lost', `${name}, but SES has no such mail`)
    else if (state !== 'sent' && taken.length > 0) complain('untrue', `${name}, but SES took it`)
    for (const { at } of taken) if (at >= expiresAt) complain('late', `${name} at ${at}`)
  }
}

/** Who sent a revision gets its receipt. */
function judgeReceipts({ submissions, notices }: Found, complain: Complain): void {
  const told = new Map(
    notices
      .filter(({ kind }) => kind === 'receipt')
      .map(({ agencyId, formId, recipientId, slot, state }) => [`${agencyId} ${formId} ${recipientId} ${slot}`, state]),
  )
  for (const { agencyId, formId, by, revision } of submissions) {
    const state = told.get(`${agencyId} ${formId} ${by} ${String(revision).padStart(4, '0')}`)
    if (state !== 'sent' && state !== 'unknown')
      complain('lost', `receipt of ${agencyId} ${formId} r${revision}: ${state}`)
  }
}

type Change = { at: string; isOpen: boolean }

/** When a form was open and when it was done, by what was confirmed. */
function timeline(work: Omit<Work, 'town'>, { submissions }: Found, diary: Diary, town: Town): Change[] {
  const own = <T extends { agencyId: string; formId: string }>(each: T) =>
    each.agencyId === work.agencyId && each.formId === work.formId
  const changes = [
    ...submissions.filter(own).map(({ at }) => ({ at, isOpen: false })),
    ...diary.decisions
      .filter((each) => each.town === town && own(each) && each.decision === 'return')
      .map(({ at }) => ({ at, isOpen: true })),
  ]
  return changes.toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** Open at any moment of `[from, to]`, its borders included: what happens in the same instant may be told either way. */
function mayBeOpen(changes: readonly Change[], from: string, to = from): boolean {
  const before = changes.findLast(({ at }) => at < from)
  return (
    (before?.isOpen ?? true) ||
    changes.some(({ at, isOpen }) => isOpen && at >= from && at <= to) ||
    hasAt(changes, from)
  )
}

const hasAt = (changes: readonly Change[], at: string) => changes.some((change) => change.at === at)

/** The round's plan reminds twice on this day, at 08.00 and 13.00; otherwise once a day. */
const targetDay = '2026-02-13'

/** Never more than that, none to who is done, and one on the target day to who is not. */
function judgeReminders(one: Found, mails: readonly TakenMail[], diary: Diary, complain: Complain): void {
  const { town } = one
  const own = mails.filter(({ region, kind }) => region === town.region && kind === 'reminder')
  const days = Map.groupBy(own, ({ to, at }) => `${to} ${dayOf(at)}`)
  for (const [day, some] of days) {
    const most = day.endsWith(targetDay) ? 2 : 1
    if (new Set(some.map(({ nid }) => nid)).size > most) complain('untrue', `more than ${most} reminders on ${day}`)
  }
  for (const agencyId of town.agencies) {
    const lines = town.forms.map((formId) => timeline({ agencyId, formId }, one, diary, town))
    const addresses = town.people.filter(({ agencyIds }) => agencyIds.includes(agencyId)).map(({ email }) => email)
    for (const { to, at } of own.filter((mail) => addresses.includes(mail.to))) {
      if (!lines.some((changes) => mayBeOpen(changes, at)))
        complain('untrue', `${to} is done, and was reminded at ${at}`)
    }
    const morning = '2026-02-13T00:00:00.000Z'
    const openAllDay = lines.some(
      (changes) =>
        (changes.findLast(({ at }) => at <= '2026-02-13T12:00:00.000Z')?.isOpen ?? true) && mayBeOpen(changes, morning),
    )
    const operator = `op-${agencyId}@${town.region}.example`
    if (openAllDay && !own.some(({ to, at }) => to === operator && dayOf(at) === '2026-02-13'))
      complain(
        'lost',
        `${operator} was not reminded on the target day: ${endsOf(one, 'reminder', { recipientId: `op-${agencyId}`, day: '2026-02-13' })}`,
      )
  }
}

/** What the ledger says of a person's mails of a kind on a day. */
function endsOf(
  { notices }: Found,
  kind: NoticeKind,
  { recipientId, day }: { recipientId: string; day: string },
): string {
  const own = notices.filter(
    (each) => each.kind === kind && each.recipientId === recipientId && dayOf(each.dueAt) === day,
  )
  const lines = own.map(({ slot, state, reason, attempts, dueAt, sentAt }) =>
    [slot, state, reason, attempts, dueAt, sentAt].join(' '),
  )
  return lines.length === 0 ? 'none is in the ledger' : lines.join('; ')
}

const openDays = ['2026-02-11', '2026-02-12', '2026-02-13']

/** A digest each working day, one closing report, and in each the number that had been sent when it was written. */
function judgeDigests(one: Found, mails: readonly TakenMail[], diary: Diary, complain: Complain): void {
  const { town, notices } = one
  const coordinator = `koordinator@${town.region}.example`
  const own = mails.filter(({ region, to }) => region === town.region && to === coordinator)
  const digests = own.filter(({ kind }) => kind === 'digest')
  for (const day of openDays) {
    const isToPerson = notices.some(
      (each) => each.kind === 'digest' && each.state === 'unknown' && dayOf(each.dueAt) === day,
    )
    // Two sendings without an answer wait for a person, and are counted as unknown.
    if (!isToPerson && !digests.some(({ at }) => dayOf(at) === day))
      complain(
        'lost',
        `${coordinator} had no digest on ${day}: ${endsOf(one, 'digest', { recipientId: 'koordinator', day })}`,
      )
  }
  const reports = new Set(own.filter(({ kind }) => kind === 'closing-report').map(({ nid }) => nid))
  if (reports.size !== 1)
    complain(reports.size === 0 ? 'lost' : 'untrue', `${reports.size} closing reports to ${coordinator}`)
  const lines = town.agencies.flatMap((agencyId) =>
    town.forms.map((formId) => timeline({ agencyId, formId }, one, diary, town)),
  )
  for (const { kind, nid, text, at } of own.filter(
    (mail) => mail.kind === 'digest' || mail.kind === 'closing-report',
  )) {
    const said = /(\d+) dari (\d+) formulir/.exec(text)
    const asOf = notices.find((notice) => notice.nid === nid)?.asOf ?? at
    const [least, most] = sentAt(lines, asOf, at)
    const sent = Number(said?.[1])
    if (said === null || Number(said[2]) !== lines.length || sent < least || sent > most)
      complain('untrue', `${kind} of ${asOf} says ${said?.[0]}, the model ${least} to ${most} of ${lines.length}`)
  }
}

/** How many were sent between the reading of the facts and the sending; returned work may be counted either way. */
function sentAt(lines: readonly Change[][], from: string, to: string): [number, number] {
  const surely = lines.filter((changes) => {
    const before = changes.findLast(({ at }) => at < from)
    return before !== undefined && !before.isOpen && !changes.some(({ at, isOpen }) => isOpen && at >= from && at <= to)
  })
  const perhaps = lines.filter((changes) => changes.some(({ at, isOpen }) => !isOpen && at <= to))
  return [surely.length, perhaps.length]
}
