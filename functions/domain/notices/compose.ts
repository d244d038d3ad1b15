/**
 * What a mail says now, or why nothing should be said any more. Asks the planner's own predicate over the facts as they are
 * at this moment, and writes the content in the recipient's language. Pure: the same facts at the same moment give the same
 * mail, and a mail that nobody needs any more is dropped with a reason for the ledger.
 */
import type { Notice } from '../../schema/notice.ts'
import { once } from '../grouping.ts'
import { definitionsOf, type FormCatalogue, formKey } from '../round/form-catalogue.ts'
import { versionsLeft } from '../round/version-moves.ts'
import { kinds } from './kinds/kinds.ts'
import { recipientOf } from './plan/recipients.ts'
import { originalOf } from './plan/resends.ts'
import { type ComposerParts, type ComposeState, composingOf } from './write/composing.ts'
import { isDigest, type MailContent } from './write/content.ts'
import { whyNoDigest } from './write/digest-mail.ts'
import { noticeUrl } from './write/page-links.ts'

export type Composed =
  /** `whyUrl`: the page that tells its reader why it came. */
  | { outcome: 'mail'; content: MailContent; whyUrl?: string }
  | { outcome: 'drop'; to: 'cancelled' | 'expired' | 'suppressed'; reason: string }

export type ComposeMail = (now: Date, notice: Notice, state: ComposeState) => Composed | Promise<Composed>

/** The composer of all kinds of mail. Reads nothing but the definitions of the forms in the facts. */
export function createComposer({
  forms,
  ...parts
}: Omit<ComposerParts, 'definitions'> & { forms: FormCatalogue }): ComposeMail {
  return async (now, notice, state) => {
    const keys = state.rounds.flatMap((facts) => [
      ...versionsIn(facts.round.assignments),
      ...versionsIn(facts.submissions),
      ...versionsLeft(facts),
    ])
    const definitions = await definitionsOf(forms, keys, notice.region)
    return composeNotice(now, { notice, state, parts: { ...parts, definitions } })
  }
}

type FormVersion = { readonly formId: string; readonly formVersion: number }

/** Each once: a list of thousands names few. */
const versionsIn = once((all: readonly FormVersion[]): readonly FormVersion[] => [
  ...new Map(all.map((each) => [formKey(each.formId, each.formVersion), each])).values(),
])

/** Pure; never throws, whatever the state. */
export function composeNotice(
  now: Date,
  { notice: given, state, parts }: { notice: Notice; state: ComposeState; parts: ComposerParts },
): Composed {
  const notice = originalOf(given)
  if (now >= new Date(notice.expiresAt)) return drop('expired', 'too-late')
  const person = recipientOf(state.region, notice.recipientId)
  if (person === undefined) return drop('suppressed', 'no-recipient')
  const composing = composingOf(now, { notice, person, state, parts })
  const kind = kinds[notice.kind]
  const content = kind.holds(composing) ? kind.content(composing) : undefined
  if (content === undefined) return drop('cancelled', kind.whyNot(composing))
  const silent = isDigest(content) ? whyNoDigest(content, composing) : undefined
  if (silent !== undefined) return drop('suppressed', silent)
  const whyUrl = noticeUrl(composing, given.nid)
  return { outcome: 'mail', content, ...(whyUrl !== undefined && { whyUrl }) }
}

function drop(to: Extract<Composed, { outcome: 'drop' }>['to'], reason: string): Composed {
  return { outcome: 'drop', to, reason }
}
