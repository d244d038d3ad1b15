/**
 * Everything the HTTP room is given: ports, two secrets, and the clock. Made once by the front door; tests pass real stores
 * and a clock of their own.
 */

import type { Accesses } from '../domain/access/accesses.ts'
import type { Budgets } from '../domain/budgets/budgets.ts'
import type { CalendarFeeds } from '../domain/calendar/feeds.ts'
import type { PublishedForms } from '../domain/forms/published-forms.ts'
import type { XlsForms } from '../domain/forms/xlsforms.ts'
import type { ComposeMail } from '../domain/notices/compose.ts'
import type { MailBreaker } from '../domain/notices/ledger/breaker.ts'
import type { CapturedMails } from '../domain/notices/ledger/captured-mails.ts'
import type { Reconciliations } from '../domain/notices/ledger/health.ts'
import type { NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import type { MailPulse } from '../domain/notices/ledger/pulse.ts'
import type { RenderMail } from '../domain/notices/write/mail-foot.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { SuppressionList } from '../domain/region/suppression-list.ts'
import type { CheckRehearsal } from '../domain/rehearsal/check-moment.ts'
import type { ResultFiles } from '../domain/results/result-files.ts'
import type { FormCatalogue } from '../domain/round/form-catalogue.ts'
import type { ReceiptIndex } from '../domain/round/receipts.ts'
import type { Rounds } from '../domain/round/rounds.ts'
import type { SecretBefore } from '../domain/secrets/rotation.ts'
import type { SignInStore } from '../domain/sign-in/sign-in-store.ts'
import type { Committed } from '../domain/submission/accept-submission.ts'
import type { Downloads } from '../domain/workbook/downloads.ts'
import type { Workbooks } from '../domain/workbook/workbooks.ts'

/** One structured line. Ids and counts only: never answers, addresses, codes or tokens. */
export type LogEntry = { level: 'info' | 'warn' | 'error'; message: string } & Record<string, unknown>

export type Deps = {
  /** Asked once a request. */
  clock: () => Date
  regions: Regions
  rounds: Rounds
  receipts: ReceiptIndex
  budgets: Budgets
  notices: NoticeLedger
  /** Mails of rehearsals, and their accuracy checks. */
  captured: CapturedMails
  checkRehearsal: CheckRehearsal
  signIn: SignInStore
  /** The mail provider's own list of refused addresses. */
  suppressions: SuppressionList
  forms: FormCatalogue
  publishedForms: PublishedForms
  xlsForms: XlsForms
  feeds: CalendarFeeds
  /** Who looked at what. */
  accesses: Accesses
  workbooks: Workbooks
  downloads: Downloads
  results: ResultFiles
  /** The dispatcher's own composer and templates, for previews. The API cannot send. */
  compose: ComposeMail
  render: RenderMail
  /** Key of sign-in codes, of hashed addresses and of calendar feeds. */
  codeKey: string
  /** The one that it took the place of; codes made with it are accepted for some minutes. */
  codeKeyBefore?: SecretBefore | undefined
  /** The site's own address, e.g. `https://lengkap.example`: the only origin that may change anything. */
  siteUrl: string
  /** Proves that a request came through CloudFront; without it nobody's address header is believed. */
  originSecret: string | undefined
  originSecretBefore?: SecretBefore | undefined
  /** Plans the round's notices right after a commit, or those alone that a submission causes. Its failure costs nothing: the next plan finds them. */
  afterCommit: (now: Date, region: string, round: string, sent?: Committed) => Promise<unknown>
  /** When the scheduled plan last ran; `undefined` = never. */
  lastTick: () => Promise<Date | undefined>
  /** What is known of the mail provider, and of all that waits to be mailed. */
  breaker: MailBreaker
  pulse: MailPulse
  reconciliations: Reconciliations
  log: (entry: LogEntry) => void
}
