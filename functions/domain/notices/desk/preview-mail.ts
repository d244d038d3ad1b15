/**
 * A mail that has not been written yet, as it would read if nobody did anything more until it falls due. Composed and rendered by
 * what the dispatcher uses, so that the preview and the mail cannot differ in anything but later facts.
 */

import type { Notice } from '../../../schema/notice.ts'
import type { Composed, ComposeMail } from '../compose.ts'
import type { RenderedMail } from '../ledger/mailer.ts'
import type { Candidate } from '../plan/nid.ts'
import { personOf } from '../plan/recipients.ts'
import type { ComposeState } from '../write/composing.ts'
import type { RenderMail } from '../write/mail-foot.ts'
import { footOf } from '../write/mail-foot.ts'

export type PreviewParts = { compose: ComposeMail; render: RenderMail }
export type Written = { outcome: 'mail'; mail: RenderedMail } | Extract<Composed, { outcome: 'drop' }>

/** `undefined` where the composer has nothing to say at that moment. */
export async function previewMail(
  parts: PreviewParts,
  planned: Candidate,
  state: ComposeState,
): Promise<RenderedMail | undefined> {
  const written = await writePlanned(new Date(planned.dueAt), parts, planned, state)
  return written.outcome === 'mail' ? written.mail : undefined
}

/** The mail as it reads at that moment, or why nothing is said. */
export async function writePlanned(
  now: Date,
  { compose, render }: PreviewParts,
  planned: Candidate,
  state: ComposeState,
): Promise<Written> {
  const person = personOf(state.region, planned.recipientId)
  if (person === undefined) return { outcome: 'drop', to: 'suppressed', reason: 'no-recipient' }
  const composed = await compose(now, noticeFrom(planned), state)
  if (composed.outcome === 'drop') return composed
  const foot = footOf(planned.nid, state.region.settings, person.language, composed.whyUrl)
  return { outcome: 'mail', mail: render(composed.content, person.language, foot) }
}

/** As the ledger would hold it in the moment before it is sent. */
function noticeFrom(planned: Candidate): Notice {
  return { ...planned, state: 'claimed', plannedAt: planned.dueAt, attempts: 1, unknowns: 0, epoch: 'preview' }
}
