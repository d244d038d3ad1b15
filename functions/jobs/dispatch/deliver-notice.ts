/**
 * One notice from planned to sent (docs/ledger.md): wait for room, ask again whether it is still true, write it, claim it with the fence,
 * send, record. Until it is claimed nothing has happened, so two who write the same notice only waste one's work. Whatever stops this
 * between two steps leaves an item that says how far it came. Nothing is done after the fence but the send.
 */
import { endOfTrying, type NoticeKey } from '../../domain/notices/ledger/ledger.ts'
import type { Mail, MailOutcome } from '../../domain/notices/ledger/mailer.ts'
import type { Notice } from '../../schema/notice.ts'
import { isRehearsalId } from '../../schema/rehearsal.ts'
import { type ComposedMail, composeMail } from './compose-mail.ts'
import type { DispatchParts, DispatchRun, Held, NoticeOutcome } from './dispatch-parts.ts'
import type { Gate } from './gate.ts'
import { recordOutcome, retryLater } from './record-outcome.ts'
import { settleByEvidence, settleFenced } from './settle-fenced.ts'
import { hasTimeToSend } from './time-budget.ts'

/** Within a process no two claims have the same token, even of one notice in one run; between processes `worker` differs. */
let claims = 0

/** `endOnly`: nothing is claimed, only what is over ends. `waiting`: mails that want to go beside this one. */
type Delivery = DispatchRun & { gate: Gate; endOnly?: boolean; waiting?: number }

/** Moves the notice on from where it stood `before`. Throws what the ledger throws; the lease then gives the notice back. */
export async function deliverNotice(
  parts: DispatchParts,
  run: Delivery,
  { key, before }: { key: NoticeKey; before: Notice | undefined },
): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
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
  if (run.endOnly || !isFree(clock(), before)) return 'nothing'
  const giveBack = (await parts.mailer.paced?.((run.waiting ?? 0) + 1)) ?? (() => undefined)
  const outcome = await sendIfTrue(parts, run, { key, before, token: `${run.worker}.${++claims}` }).catch((error) => {
    // Whatever throws does so before the send.
    giveBack()
    throw error
  })
  if ('unsent' in outcome) giveBack()
  return 'unsent' in outcome ? outcome.unsent : recordOutcome(parts, outcome.held, outcome.mail, outcome.result)
}

/** What the claim will ask for: due, and in nobody's hands. */
function isFree(now: Date, { state, dueAt, retryAt = dueAt, leaseUntil = dueAt }: Notice): boolean {
  const [due, retry, lease] = [dueAt, retryAt, leaseUntil].map((at) => new Date(at))
  if (state === 'claimed') return lease !== undefined && lease < now
  return state === 'planned' && due !== undefined && due <= now && retry !== undefined && retry <= now
}

type Free = { key: NoticeKey; before: Notice; token: string }
type Handed = { unsent: NoticeOutcome } | { held: Held; mail: Mail; result: MailOutcome }

async function sendIfTrue(parts: DispatchParts, run: Delivery, free: Free): Promise<Handed> {
  const { ledger, clock } = parts
  const { key, before, token } = free
  const stop = () => stopping(run)
  if (stop()) return { unsent: stop() ?? 'retrying' }
  const notice = { ...before, attempts: before.attempts + 1 }
  const composed = await composeMail(parts, notice).catch((error) => ({
    outcome: 'uncomposed' as const,
    error,
  }))
  if (composed.outcome !== 'mail') return { unsent: await endUnsent(parts, free, composed) }
  if (stop()) return { unsent: stop() ?? 'retrying' }
  // An event that came after the wait, just before this second try.
  const settled = before.unknowns > 0 ? await settleByEvidence(parts, key) : undefined
  if (settled) return { unsent: settled }
  const written = { attempts: before.attempts, asOf: composed.asOf }
  if (!(await ledger.take(key, token, clock(), written))) return { unsent: 'nothing' }
  const result = await send(parts, composed.mail)
  await run.gate.learn(result)
  return { held: { key, token, notice }, mail: composed.mail, result }
}

/** Nobody's mail is taken just now, or there is no time left. */
function stopping(run: Delivery): NoticeOutcome | undefined {
  if (run.gate.isShut() && !run.gate.isTrying()) return 'held'
  return hasTimeToSend(run) ? undefined : 'retrying'
}

type NoMail = Exclude<ComposedMail, { outcome: 'mail' }> | { outcome: 'uncomposed'; error: unknown }

async function endUnsent(parts: DispatchParts, { key, token }: Free, composed: NoMail): Promise<NoticeOutcome> {
  const { ledger, clock } = parts
  if (composed.outcome === 'drop') {
    const closed = await ledger.close(key, composed.to, composed.reason, { now: clock() })
    return closed ? 'cancelled' : 'nothing'
  }
  const notice = await ledger.claim(key, token, clock())
  if (!notice) return 'nothing'
  if (composed.outcome === 'unprintable') return (await ledger.fail(key, token, composed.reason)) ? 'failed' : 'nothing'
  const { error } = composed
  parts.report({ nid: notice.nid, step: 'compose', error })
  const why = isTableTrouble(error) ? 'waiting' : 'refused'
  return retryLater(parts, { key, token, notice }, `compose: ${nameOf(error)}`, why)
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
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
