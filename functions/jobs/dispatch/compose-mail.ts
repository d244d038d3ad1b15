/**
 * The mail as it must be now. State is read again for each notice, consistently and after the claim: a submission or an extension that
 * was committed before the fence is seen (promise P9). The address is looked up now too; a notice names a person, never an address.
 */

import { originalOf } from '../../domain/notices/kinds/resends.ts'
import { submissionDecided } from '../../domain/notices/kinds/still-true.ts'
import { mailboxVerdict } from '../../domain/notices/ledger/mailbox-verdict.ts'
import type { Mail } from '../../domain/notices/ledger/mailer.ts'
import { toldByLedger } from '../../domain/notices/ledger/told-digests.ts'
import { isDigestKind } from '../../domain/notices/plan/digest-slots.ts'
import { mailboxOf, personOf } from '../../domain/notices/plan/recipients.ts'
import type { ComposeState } from '../../domain/notices/write/composing.ts'
import { footOf } from '../../domain/notices/write/mail-foot.ts'
import type { RoundFacts } from '../../domain/round/rounds.ts'
import type { Notice } from '../../schema/notice.ts'
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
  const state = await loadState(parts, notice)
  if (!state) return suppress('no-region')
  const person = personOf(state.region, notice.recipientId)
  // Also where a code was asked for an address that nobody has: this is where that trail ends.
  if (!person || person.disabled) return suppress('no-recipient')
  const verdict = mailboxVerdict(notice.kind, mailboxOf(state.region, person))
  if (verdict) return suppress(verdict)
  const composed = await parts.compose(parts.clock(), notice, state)
  if (composed.outcome === 'drop') return composed
  const { settings } = state.region
  const foot = footOf(notice.nid, settings, person.language, composed.whyUrl)
  try {
    const { nid, attempts, region, scope, kind } = notice
    const rendered = parts.render(composed.content, person.language, foot)
    const to = { name: person.name, email: person.email }
    const stop = 'unsubscribeUrl' in composed.content ? composed.content.unsubscribeUrl : undefined
    return {
      outcome: 'mail',
      asOf,
      mail: {
        ...rendered,
        nid,
        attempt: attempts,
        region,
        scope,
        kind,
        to,
        replyTo: settings.replyTo,
        ...(stop && { unsubscribeUrl: stop }),
      },
    }
  } catch (error) {
    parts.report({ nid: notice.nid, step: 'render', error })
    return { outcome: 'unprintable', reason: 'render' }
  }
}

function suppress(reason: string): ComposedMail {
  return { outcome: 'drop', to: 'suppressed', reason }
}

/** Sign-in mails need no round, a round's mails their own, mails over several rounds (`all`) every round of the region. */
async function loadState(parts: DispatchParts, notice: Notice): Promise<ComposeState | undefined> {
  const { regions, rounds, ledger } = parts
  const ids = await roundIds(rounds, notice)
  const [region, references, sent, facts] = await Promise.all([
    regions.load(notice.region),
    isDigestKind(notice.kind) || saysHowMuch.has(notice.kind) ? regions.references(notice.region) : undefined,
    isDigestKind(notice.kind) ? ledger.list(notice.region, notice.scope) : [],
    Promise.all(ids.map((id) => rounds.load(notice.region, id))),
  ])
  const told = toldByLedger(sent)
  const found = facts.filter((each): each is RoundFacts => each !== undefined)
  const answers = await answersOf(parts, originalOf(notice), found)
  return region && { region, rounds: found, told, ...(references && { references }), ...(answers && { answers }) }
}

/** Kinds that say "0 of 14" of a form that nobody began, which takes the region's lists. */
const saysHowMuch = new Set<Notice['kind']>(['opening', 'reminder', 'closed', 'receipt', 'returned'])

/** Comments on returned work name its rows, and those stand only in its body. */
async function answersOf({ rounds }: DispatchParts, notice: Notice, facts: readonly RoundFacts[]) {
  if (notice.kind !== 'returned') return undefined
  const submission = facts.flatMap((each) => submissionDecided(each, notice) ?? [])[0]
  return submission && !submission.nil ? rounds.body(notice.region, submission.sha256) : undefined
}

async function roundIds(rounds: DispatchParts['rounds'], { region, scope, kind }: Notice): Promise<string[]> {
  if (scope === 'sign-in') return []
  // A digest tells who was late in the round before.
  const wide = scope === 'all' || isDigestKind(kind)
  return wide ? rounds.list(region) : [scope]
}
