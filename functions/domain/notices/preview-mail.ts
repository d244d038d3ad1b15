/**
 * A mail that has not been written yet, as it would read if nobody did anything more until it falls due. Composed and rendered by
 * what the dispatcher uses, so that the preview and the mail cannot differ in anything but later facts.
 */

import type { Notice } from '../../schema/notice.ts'
import type { Person } from '../../schema/region.ts'
import type { ComposeState } from './compose/composing.ts'
import type { Composed, ComposeMail } from './compose.ts'
import type { RenderedMail, RenderMail } from './mailer.ts'
import type { Candidate } from './nid.ts'
import { personOf } from './recipients.ts'

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
  return { outcome: 'mail', mail: render(composed.content, person.language, footOf(state, person, planned.nid)) }
}

function footOf({ region: { settings } }: ComposeState, { language }: Person, nid: string) {
  return { nid, regionName: settings.name[language], helpPhone: settings.helpPhone }
}

/** As the ledger would hold it in the moment before it is sent. */
function noticeFrom(planned: Candidate): Notice {
  return { ...planned, state: 'claimed', plannedAt: planned.dueAt, attempts: 1, unknowns: 0, epoch: 'preview' }
}
