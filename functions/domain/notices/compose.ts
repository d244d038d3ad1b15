/**
 * What a mail says now, or why nothing should be said any more. Asks the planner's own predicate over the facts as they are
 * at this moment, and writes the content in the recipient's language. Pure: the same facts at the same moment give the same
 * mail, and a mail that nobody needs any more is dropped with a reason for the ledger.
 */
import type { Notice } from '../../schema/notice.ts'
import { definitionsOf, type FormCatalogue } from '../round/form-catalogue.ts'
import { challengeMinutes, deriveCode, printCode } from '../secrets/code.ts'
import { formatDayAndTime, formatTime } from '../time/wording.ts'
import { closedContent, openingContent, reminderContent } from './kinds/calendar-mails.ts'
import { correctionContent } from './kinds/correction-mail.ts'
import { digestContent, whyNoDigest } from './kinds/digest-mail.ts'
import { dropReason } from './kinds/drop-reason.ts'
import { extensionContent } from './kinds/extension-mails.ts'
import { acceptedContent, receiptContent, returnedContent, thanksContent } from './kinds/fact-mails.ts'
import { originalOf } from './kinds/resends.ts'
import { holdsIn } from './kinds/still-true.ts'
import { windowContent } from './kinds/window-mail.ts'
import { personOf } from './plan/recipients.ts'
import { type ComposerParts, type ComposeState, type Composing, composingOf, roundOf } from './write/composing.ts'
import { isDigest, type MailContent } from './write/content.ts'
import { noticeUrl, settingsUrl } from './write/page-links.ts'

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
    const keys = state.rounds.flatMap(({ round, submissions }) => [...round.assignments, ...submissions])
    return composeNotice(now, { notice, state, parts: { ...parts, definitions: await definitionsOf(forms, keys) } })
  }
}

/** Pure; never throws, whatever the state. */
export function composeNotice(
  now: Date,
  { notice: given, state, parts }: { notice: Notice; state: ComposeState; parts: ComposerParts },
): Composed {
  const notice = originalOf(given)
  if (now >= new Date(notice.expiresAt)) return drop('expired', 'too-late')
  const person = personOf(state.region, notice.recipientId)
  if (person === undefined || person.disabled) return drop('suppressed', 'no-recipient')
  const composing = composingOf(now, { notice, person, state, parts })
  const content = holdsIn(composing.situation, notice) ? contentOf(composing) : undefined
  if (content === undefined) return drop('cancelled', dropReason(composing))
  const silent = isDigest(content) ? whyNoDigest(content, composing) : undefined
  if (silent !== undefined) return drop('suppressed', silent)
  const whyUrl = noticeUrl(composing, given.nid)
  return { outcome: 'mail', content, ...(whyUrl !== undefined && { whyUrl }) }
}

function drop(to: Extract<Composed, { outcome: 'drop' }>['to'], reason: string): Composed {
  return { outcome: 'drop', to, reason }
}

/** `undefined`: nothing of the occasion is left. */
function contentOf(composing: Composing): MailContent | undefined {
  const { notice } = composing
  if (notice.kind === 'sign-in-code') return codeContent(composing)
  if (notice.kind === 'sign-in-new-browser') return newBrowserContent(composing)
  if (notice.kind === 'reminder') return reminderContent(composing)
  const facts = roundOf(composing)
  if (facts === undefined) return undefined
  switch (notice.kind) {
    case 'opening':
      return openingContent(composing, facts)
    case 'closed':
      return closedContent(composing, facts)
    case 'window':
      return windowContent(composing, facts)
    case 'extension-asked':
    case 'extension-refused':
      return extensionContent(composing, facts)
    case 'receipt':
      return receiptContent(composing, facts)
    case 'returned':
      return returnedContent(composing, facts)
    case 'accepted':
      return acceptedContent(composing, facts)
    case 'thanks':
      return thanksContent(composing, facts)
    case 'report-correction':
      return correctionContent(composing, facts)
    case 'digest':
    case 'provisional-report':
    case 'closing-report':
      return digestContent(composing, facts, notice.kind)
  }
}

/** The code is derived here and stands nowhere else. A resend says how long it is still valid, not how long it was. */
function codeContent({ now, notice, parts, place, language }: Composing): MailContent | undefined {
  if (parts.codeKey === undefined) return undefined
  const validUntil = new Date(notice.expiresAt)
  const minutes = Math.ceil((validUntil.getTime() - now.getTime()) / 60_000)
  return {
    kind: 'sign-in-code',
    code: printCode(deriveCode(parts.codeKey, notice.slot)),
    validUntil: formatTime(validUntil, place, language),
    minutes: Math.min(challengeMinutes, minutes),
    siteUrl: parts.siteUrl,
  }
}

function newBrowserContent(composing: Composing): MailContent {
  const { notice, place, language } = composing
  const at = formatDayAndTime(new Date(notice.dueAt), place, language)
  return { kind: 'sign-in-new-browser', at, url: settingsUrl(composing) }
}
