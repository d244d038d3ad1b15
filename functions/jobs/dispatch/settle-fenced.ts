/**
 * A notice whose sender fell silent after the fence: SES may have it. Only SES's own event can tell, so the sweep looks for one, waits
 * as long as the ledger's rule demands, and then tries again, or gives up where a second mail would do harm: an old code twice.
 */
import type { NoticeKey } from '../../domain/notices/ledger/ledger.ts'
import type { Notice } from '../../schema/notice.ts'
import type { DispatchParts, NoticeOutcome } from './dispatch-parts.ts'

/** Sent, if there is evidence; `retrying` while it waits or goes back; `failed` for a code whose fate stays unknown. */
export async function settleFenced(parts: DispatchParts, key: NoticeKey, notice: Notice): Promise<NoticeOutcome> {
  const settled = await settleByEvidence(parts, key)
  if (settled) return settled
  const to = notice.kind === 'sign-in-code' ? 'unknown' : 'planned'
  const requeued = await parts.ledger.requeue(key, notice.fence ?? '', to, parts.clock())
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
