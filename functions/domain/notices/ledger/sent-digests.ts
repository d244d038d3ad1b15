/**
 * What a reader of digests has been told already: the digests and reports that were sent to them, not those that were planned. A
 * digest that had nothing to say, failed, bounced or came too late told nobody anything, so the next one says it.
 */
import { allRounds, type Notice } from '../../../schema/notice.ts'
import { type CapturedMail, isRehearsalId } from '../../../schema/rehearsal.ts'
import { isDigestKind } from '../plan/digest-slots.ts'
import type { CapturedMails } from './captured-mails.ts'
import type { NoticeLedger } from './ledger.ts'
import { notArrived, outcomeOf } from './outcome.ts'

/** To whom, of which rounds (absent: of whichever is asked about), and the instant up to which it told everything. */
export type SentDigest = { recipientId: string; rounds?: readonly string[]; asOf: string }

/** Of a round, wherever its mails end. */
export async function loadSentDigests(
  ports: { notices: Pick<NoticeLedger, 'list'>; captured: Pick<CapturedMails, 'list'> },
  region: string,
  round: string,
): Promise<SentDigest[]> {
  if (isRehearsalId(round)) return digestsInCaptures(await ports.captured.list(region, round))
  const lists = await Promise.all([round, allRounds].map((scope) => ports.notices.list(region, scope)))
  return digestsInLedger(lists.flat())
}

/** From the ledger of notices. Of one sent before `asOf` was kept, its slot is certainly not later. */
export function digestsInLedger(notices: readonly Notice[]): SentDigest[] {
  return notices
    .filter((notice) => isDigestKind(notice.kind) && notice.state === 'sent' && !notArrived.includes(outcomeOf(notice)))
    .map(({ recipientId, asOf, dueAt, scope, rounds }) => ({
      recipientId,
      rounds: rounds ?? [scope],
      asOf: asOf ?? dueAt,
    }))
}

/** The same of a rehearsal, whose mails are captured in place of being sent. */
export function digestsInCaptures(mails: readonly CapturedMail[]): SentDigest[] {
  return mails
    .filter(({ kind, outcome }) => isDigestKind(kind) && outcome === 'captured')
    .map(({ recipientId, at }) => ({ recipientId, asOf: at }))
}

/** The mails to come before `mail`, as if each were sent when it falls due. */
export function digestsPlannedBefore<Mail extends Pick<Notice, 'kind' | 'recipientId' | 'dueAt' | 'scope' | 'rounds'>>(
  mails: readonly Mail[],
  { dueAt }: Mail,
): SentDigest[] {
  return mails
    .filter((each) => isDigestKind(each.kind) && each.dueAt < dueAt)
    .map(({ recipientId, dueAt: asOf, scope, rounds }) => ({ recipientId, rounds: rounds ?? [scope], asOf }))
}

/** The latest instant before `now` up to which the person was told of the round; `undefined` = never. */
export function lastDigestBefore(
  now: Date,
  digests: readonly SentDigest[],
  { personId, round }: { personId: string; round: string },
): Date | undefined {
  const times = digests
    .filter(({ recipientId, rounds }) => recipientId === personId && rounds?.includes(round) !== false)
    .map(({ asOf }) => Date.parse(asOf))
  const earlier = times.filter((time) => time < now.getTime())
  return earlier.length === 0 ? undefined : new Date(Math.max(...earlier))
}
