/**
 * The table of templates and the frame around them: content in, subject, text and html out. Pure; everything typed by
 * people is cleaned here, once, before any template sees it.
 */

import type { RenderedMail } from '../domain/notices/ledger/mailer.ts'
import { isDigest, type MailContent } from '../domain/notices/write/content.ts'
import type { MailFoot } from '../domain/notices/write/mail-foot.ts'
import type { Language } from '../schema/wording.ts'
import { accepted } from './accepted.tsx'
import { closed } from './closed.tsx'
import { detailLevels } from './digest-detail.ts'
import { digest } from './digest-together.tsx'
import type { Digest } from './digest-words.ts'
import { duties } from './duties.tsx'
import { extensionAsked, extensionRefused } from './extension.tsx'
import { footLines, footText } from './foot.ts'
import { formMoved } from './form-moved.tsx'
import { holidaysMissing } from './holidays-missing.tsx'
import { renderHtml } from './layout.tsx'
import type { ContentOf, MailParts, Template } from './mail-parts.ts'
import { opening } from './opening.tsx'
import { receipt } from './receipt.tsx'
import { reminder } from './reminder.tsx'
import { reportCorrection } from './report-correction.tsx'
import { returned } from './returned.tsx'
import { cleanContent, subjectLine } from './safe-text.ts'
import { signInCode } from './sign-in-code.tsx'
import { signInNewBrowser } from './sign-in-new-browser.tsx'
import { testMail } from './test-mail.tsx'
import { thanks } from './thanks.tsx'
import { unassigned } from './unassigned.tsx'
import { warning } from './warning.tsx'
import { windowChanged } from './window.tsx'

/** Gmail cuts at 102 KB; the encoded message grows by its escapes, hence the distance. */
const htmlBytes = 90_000

/** Renders a mail in the recipient's language: subject of at most 120 characters, text by hand, html under 90 KB for digests. */
export function renderMail(raw: MailContent, language: Language, foot?: MailFoot): RenderedMail {
  const content = cleanContent(raw)
  const safeFoot = foot && cleanContent(foot)
  let mail: RenderedMail | undefined
  for (const parts of candidates(content, language)) {
    mail = framed(parts, language, safeFoot)
    if (Buffer.byteLength(mail.html) < htmlBytes) break
  }
  if (mail === undefined) throw new Error(`No template for ${content.kind}`)
  return mail
}

/** The mail from rich to lean; only digests have more than one level. */
function* candidates(content: MailContent, language: Language): Generator<MailParts> {
  if (!isDigest(content)) {
    yield partsOf(content.kind, content, language)
    return
  }
  for (const detail of detailLevels) yield digest(content, language, detail)
}

type Plain = Exclude<MailContent, Digest>

/** Digests have levels, and come from one template. */
const templates: { readonly [K in Plain['kind']]: Template<K> } = {
  'sign-in-code': signInCode,
  'sign-in-new-browser': signInNewBrowser,
  opening,
  reminder,
  closed,
  window: windowChanged,
  'extension-asked': extensionAsked,
  'extension-refused': extensionRefused,
  receipt,
  returned,
  accepted,
  thanks,
  'report-correction': reportCorrection,
  unassigned,
  'form-moved': formMoved,
  duties,
  warning,
  'test-mail': testMail,
  'holidays-missing': holidaysMissing,
}

function partsOf<K extends Plain['kind']>(kind: K, content: ContentOf<K>, language: Language): MailParts {
  const template: Template<K> = templates[kind]
  return template(content, language)
}

function framed(parts: MailParts, language: Language, foot: MailFoot | undefined): RenderedMail {
  const subject = subjectLine(parts.subject)
  const link = parts.action?.url ? [`${parts.action.label}: ${parts.action.url}`] : []
  const body = [parts.heading, ...parts.text, ...link, ...(parts.textDetails ?? [])]
  const text = [...body.filter((part) => part !== ''), `-- \n${footText(footLines(parts.why, foot, language))}`]
  return { subject, text: `${text.join('\n\n')}\n`, html: renderHtml(parts, subject, language, foot) }
}
