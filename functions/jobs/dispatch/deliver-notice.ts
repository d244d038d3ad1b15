/**
 * One notice from planned to sent (docs/ledger.md): claim, ask again whether it is still true, write it, fence, send, record.
 * Whatever stops this between two steps leaves an item that says how far it came. Nothing is done after the fence but the send.
 */
import { endOfTrying, type NoticeKey } from '../../domain/notices/ledger/ledger.ts'
import type { Mail, MailOutcome } from '../../domain/notices/ledger/mailer.ts'
import { isRehearsalId } from '../../schema/rehearsal.ts'
import { composeMail } from './compose-mail.ts'
import type { DispatchParts, DispatchRun, Held, NoticeOutcome } from './dispatch-parts.ts'
import type { Gate } from './gate.ts'
import { recordOutcome, retryLater } from './record-outcome.ts'
import { settleByEvidence, settleFenced } from './settle-fenced.ts'
import { hasTimeToSend } from './time-budget.ts'

/** Within a process no two claims have the same token, even of one notice in one run; between processes `worker` differs. */
let claims = 0

/** `endOnly`: nothing is claimed, only what is over ends. */
type Delivery = DispatchRun & { gate: Gate; endOnly?: boolean }

/** Moves the notice on. Throws what the ledger throws; the lease then gives the notice back. */
export async function deliverNotice(parts: DispatchParts, run: Delivery, key: NoticeKey): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
  const before = await ledger.get(key)
  if (!before) return 'nothing'
  if (before.state === 'claimed' && before.fence) return settleFenced(parts, key, before)
  // Mails of a rehearsal are captured and never come here; if one ever did, it ends before anything is written.
  if (isRehearsalId(before.scope)) {
    return (await ledger.close(key, 'suppressed', 'rehearsal', { now: clock() })) ? 'cancelled' : 'nothing'
  }
  const end = endOfTrying(clock(), before)
  if (end) {
    const closed = await ledger.close(key, end.to, end.reason, { now: clock() })
    return !closed ? 'nothing' : end.to === 'expired' ? 'cancelled' : 'failed'
  }
  if (run.endOnly) return 'nothing'
  const token = `${run.worker}.${++claims}`
  const notice = await ledger.claim(key, token, clock())
  if (!notice) return 'nothing'
  // An event that came after the wait, just before this second try.
  const settled = notice.unknowns > 0 ? await settleByEvidence(parts, key) : undefined
  return settled ?? (await write(parts, run, { key, token, notice }))
}

async function write(parts: DispatchParts, run: Delivery, held: Held): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
  const { key, token, notice } = held
  let composed: Awaited<ReturnType<typeof composeMail>>
  try {
    composed = await composeMail(parts, notice)
  } catch (error) {
    parts.report({ nid: notice.nid, step: 'compose', error })
    return retryLater(parts, held, `compose: ${nameOf(error)}`, isTableTrouble(error) ? 'waiting' : 'refused')
  }
  if (composed.outcome === 'drop') {
    const closed = await ledger.close(key, composed.to, composed.reason, { token, now: clock() })
    return closed ? 'cancelled' : 'nothing'
  }
  if (composed.outcome === 'unprintable') return (await ledger.fail(key, token, composed.reason)) ? 'failed' : 'nothing'
  await parts.mailer.paced?.()
  const shut = run.gate.isShut() && !run.gate.isTrying()
  if (shut || !hasTimeToSend(run)) {
    await ledger.release(key, token, { dueAt: clock(), reason: notice.reason ?? 'run-over' })
    return shut ? 'held' : 'retrying'
  }
  if (!(await ledger.fence(key, token, clock(), composed.asOf))) return 'nothing'
  const result = await send(parts, composed.mail)
  await run.gate.learn(result)
  return recordOutcome(parts, held, composed.mail, result)
}

/** A mailer that throws has said nothing about SES. */
async function send({ mailer }: DispatchParts, mail: Mail): Promise<MailOutcome> {
  try {
    return await mailer.send(mail)
  } catch (error) {
    return { outcome: 'unknown', reason: nameOf(error) }
  }
}

/** AWS's own no, or a connection's: it says nothing about this notice, and passes. */
function isTableTrouble(error: unknown): boolean {
  const { $metadata, code } = (error ?? {}) as { $metadata?: unknown; code?: unknown }
  return $metadata !== undefined || typeof code === 'string'
}

/** The error's name only: its message may hold what people typed. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
