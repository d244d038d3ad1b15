/**
 * The mail as it must be now. What may have changed is asked again for each notice, consistently and right before the fence: a submission or
 * an extension that was committed before is seen (promise P9). The address is looked up now too; a notice names a person, never an address.
 */
import type { Mail } from '../../domain/notices/ledger/mailer.ts'
import { readState, writeNotice } from '../../domain/notices/write-notice.ts'
import { type Notice, signInScope } from '../../schema/notice.ts'
import type { Composed, DispatchParts } from './dispatch-parts.ts'

export type ComposedMail =
  /** `asOf`: everything that was committed by then is in the facts it was made of. */
  | { outcome: 'mail'; mail: Mail; asOf: Date }
  | Extract<Composed, { outcome: 'drop' }>
  /** A template threw: our fault, and trying again would throw again. */
  | { outcome: 'unprintable'; reason: string }

/** Throws when the state cannot be read or composed: that may pass. */
export async function composeMail(parts: DispatchParts, notice: Notice): Promise<ComposedMail> {
  const asOf = parts.clock()
  const state = await readState(parts, notice)
  if (state === undefined) return suppress('no-region')
  // Whoever may read there must get in.
  if (state.region.settings.closedAt !== undefined && notice.scope !== signInScope) return suppress('region-closed')
  const written = await writeNotice(parts.clock(), parts, notice, state)
  if (written.outcome === 'unprintable') {
    parts.report({ nid: notice.nid, step: 'render', error: written.error })
    return { outcome: 'unprintable', reason: 'render' }
  }
  if (written.blocked !== undefined) return suppress(written.blocked)
  if (written.outcome === 'drop') return written
  const { nid, attempts: attempt, region, scope, kind } = notice
  const { mail, person, unsubscribeUrl } = written
  const to = { name: person.name, email: person.email }
  const { replyTo } = state.region.settings
  const stop = unsubscribeUrl === undefined ? {} : { unsubscribeUrl }
  return { outcome: 'mail', asOf, mail: { ...mail, nid, attempt, at: asOf, region, scope, kind, to, replyTo, ...stop } }
}

function suppress(reason: string): ComposedMail {
  return { outcome: 'drop', to: 'suppressed', reason }
}
