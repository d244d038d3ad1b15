/** All kinds of mail. A kind that is missing here, or has no template in mail/render-mail.ts, does not compile. */
import type { NoticeKind } from '../../../schema/notice.ts'
import type { Candidate } from '../plan/nid.ts'
import { recipientOf } from '../plan/recipients.ts'
import { originalOf, resendCandidates } from '../plan/resends.ts'
import type { Situation } from '../plan/situation.ts'
import { accepted } from './accepted.ts'
import { closed } from './closed.ts'
import { closingReport, digest, provisionalReport } from './digest.ts'
import { duties } from './duties.ts'
import { extensionAsked } from './extension-asked.ts'
import { extensionRefused } from './extension-refused.ts'
import { formMoved } from './form-moved.ts'
import { holidaysMissing } from './holidays-missing.ts'
import type { MailKind, Occasion } from './kind.ts'
import { opening } from './opening.ts'
import { receipt } from './receipt.ts'
import { reminder } from './reminder.ts'
import { reportCorrection } from './report-correction.ts'
import { returned } from './returned.ts'
import { signInCode } from './sign-in-code.ts'
import { signInNewBrowser } from './sign-in-new-browser.ts'
import { testMail } from './test-mail.ts'
import { thanks } from './thanks.ts'
import { unassigned } from './unassigned.ts'
import { warning } from './warning.ts'
import { window } from './window.ts'

export const kinds: { readonly [K in NoticeKind]: MailKind<K> } = {
  'sign-in-code': signInCode,
  'sign-in-new-browser': signInNewBrowser,
  opening,
  reminder,
  closed,
  window,
  'extension-asked': extensionAsked,
  'extension-refused': extensionRefused,
  receipt,
  returned,
  accepted,
  thanks,
  digest,
  'provisional-report': provisionalReport,
  'closing-report': closingReport,
  'report-correction': reportCorrection,
  unassigned,
  'form-moved': formMoved,
  duties,
  warning,
  'test-mail': testMail,
  'holidays-missing': holidaysMissing,
}

/** Every occasion that the facts give, past and to come, oldest first. */
export function candidatesOf(situation: Situation): Candidate[] {
  return [
    ...Object.values(kinds).flatMap((kind) => kind.candidates(situation)),
    ...resendCandidates(situation),
  ].toSorted((a, b) => (a.dueAt === b.dueAt ? (a.nid < b.nid ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1))
}

/** Is there still a reason for this mail, to this person? The planner and the dispatcher ask the same. */
export function holdsIn(situation: Situation, given: Occasion): boolean {
  const notice = originalOf(given)
  const person = recipientOf(situation.region, notice.recipientId)
  return person !== undefined && kinds[notice.kind].holds({ situation, person, notice })
}
