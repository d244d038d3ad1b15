/**
 * One notice from planned to sent (trust.md section 3.2): claim, ask again whether it is still true, write it, fence, send, record.
 * Whatever stops this between two steps leaves an item that says how far it came. Nothing is done after the fence but the send.
 */
import { maxAttempts, type NoticeKey, retryHours } from '../../domain/notices/ledger/ledger.ts'
import type { Mail, MailOutcome } from '../../domain/notices/ledger/mailer.ts'
import { isRehearsalId } from '../../schema/rehearsal.ts'
import { composeMail } from './compose-mail.ts'
import type { DispatchParts, DispatchRun, Held, NoticeOutcome } from './dispatch-parts.ts'
import { recordOutcome, retryLater } from './record-outcome.ts'
import { settleByEvidence, settleFenced } from './settle-fenced.ts'
import { hasTimeToSend } from './time-budget.ts'

/** Within a process no two claims have the same token, even of one notice in one run; between processes `worker` differs. */
let claims = 0

/** Moves the notice on. Throws what the ledger throws; the lease then gives the notice back. */
export async function deliverNotice(parts: DispatchParts, run: DispatchRun, key: NoticeKey): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
  const before = await ledger.get(key)
  if (!before) return 'nothing'
  if (before.state === 'claimed' && before.fence) return settleFenced(parts, key, before)
  // Mails of a rehearsal are captured and never come here; if one ever did, it ends before anything is written.
  if (isRehearsalId(before.scope)) {
    return (await ledger.close(key, 'suppressed', 'rehearsal', { now: clock() })) ? 'cancelled' : 'nothing'
  }
  if (clock() >= new Date(before.expiresAt)) {
    return (await ledger.close(key, 'expired', 'too-late', { now: clock() })) ? 'cancelled' : 'nothing'
  }
  const token = `${run.worker}.${++claims}`
  const notice = await ledger.claim(key, token, clock())
  if (!notice) return 'nothing'
  const held = { key, token, notice }
  return (await stopBefore(parts, held)) ?? (await write(parts, run, held))
}

/** What ends a claim before anything is written. */
async function stopBefore(parts: DispatchParts, { key, token, notice }: Held): Promise<NoticeOutcome | undefined> {
  const { ledger, clock } = parts
  const now = clock()
  if (notice.unknowns > 0) {
    // An event that came after the wait, just before this second try.
    const settled = await settleByEvidence(parts, key)
    if (settled) return settled
  }
  if (notice.attempts > maxAttempts) {
    return (await ledger.close(key, 'parked', notice.reason ?? 'attempts-used-up', { token, now }))
      ? 'failed'
      : 'nothing'
  }
  if (notice.attempts > 1 && now.getTime() > new Date(notice.dueAt).getTime() + retryHours * 3_600_000) {
    return (await ledger.fail(key, token, `retry-window-over: ${notice.reason ?? 'unknown'}`)) ? 'failed' : 'nothing'
  }
  return undefined
}

async function write(parts: DispatchParts, run: DispatchRun, held: Held): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
  const { key, token, notice } = held
  let composed: Awaited<ReturnType<typeof composeMail>>
  try {
    composed = await composeMail(parts, notice)
  } catch (error) {
    parts.report({ nid: notice.nid, step: 'compose', error })
    return retryLater(parts, held, `compose: ${nameOf(error)}`)
  }
  if (composed.outcome === 'drop') {
    const closed = await ledger.close(key, composed.to, composed.reason, { token, now: clock() })
    return closed ? 'cancelled' : 'nothing'
  }
  if (composed.outcome === 'unprintable') return (await ledger.fail(key, token, composed.reason)) ? 'failed' : 'nothing'
  if (!hasTimeToSend(run)) {
    await ledger.release(key, token, clock(), 'run-over')
    return 'retrying'
  }
  if (!(await ledger.fence(key, token, clock(), composed.asOf))) return 'nothing'
  return recordOutcome(parts, held, composed.mail, await send(parts, composed.mail))
}

/** A mailer that throws has said nothing about SES. */
async function send({ mailer }: DispatchParts, mail: Mail): Promise<MailOutcome> {
  try {
    return await mailer.send(mail)
  } catch (error) {
    return { outcome: 'unknown', reason: nameOf(error) }
  }
}

/** The error's name only: its message may hold what people typed. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
