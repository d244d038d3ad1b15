/**
 * A notice whose sender fell silent after the fence: the provider may have it. Only its own report can tell, so the sweep looks for
 * one, waits as long as the ledger's rule demands, and then tries again, once. It gives up to a person where a second mail would do
 * harm (an old code twice), after a second unknown outcome, and where no report can come or none does: then a mail that never
 * left and one that did look alike.
 */
import { maxUnknowns, type NoticeKey } from '../../domain/notices/ledger/ledger.ts'
import { silentSince } from '../../domain/notices/ledger/pulse.ts'
import type { Notice } from '../../schema/notice.ts'
import type { DispatchParts, NoticeOutcome } from './dispatch-parts.ts'

/** Sent, if there is evidence; `retrying` while it waits or goes back; `failed` for one whose fate stays unknown. */
export async function settleFenced(parts: DispatchParts, key: NoticeKey, notice: Notice): Promise<NoticeOutcome> {
  const settled = await settleByEvidence(parts, key)
  if (settled) return settled
  const now = parts.clock()
  const { fence = '' } = notice
  if (!parts.mailer.evidence) {
    return (await parts.ledger.requeue(key, fence, 'unknown', { now, wait: 'at-once' })) ? 'failed' : 'retrying'
  }
  const isLast = notice.kind === 'sign-in-code' || notice.unknowns + 1 >= maxUnknowns
  const to = isLast || (await silentSince(now, parts.pulse)) !== undefined ? 'unknown' : 'planned'
  const requeued = await parts.ledger.requeue(key, fence, to, { now })
  return requeued && to === 'unknown' ? 'failed' : 'retrying'
}

/** Any event about the notice proves that SES took it, whichever attempt it was. */
export async function settleByEvidence(parts: DispatchParts, key: NoticeKey): Promise<NoticeOutcome | undefined> {
  const [proof] = await parts.ledger.events(key)
  if (!proof) return undefined
  const { messageId, at } = proof
  const confirmed = await parts.ledger.confirm(key, { messageId, at: new Date(at), via: 'evidence' })
  return confirmed ? 'sent' : 'nothing'
}
