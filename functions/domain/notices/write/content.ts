/**
 * What a mail says, before it is dressed as html and text. Made from the state at the moment of sending, so numbers equal
 * lists and nothing is stale. Dates, times and numbers arrive already worded in the recipient's language; names of people,
 * agencies and typed text are raw and escaped by the templates.
 */

import type { AssignmentStatus } from '../../../schema/round.ts'
import { isDigestKind } from '../plan/digest-slots.ts'
import type { CorrectionContent, DigestContent } from './digest-content.ts'

/** One form of one agency, as a recipient must see it. */
export type FormLine = {
  title: string
  /** Worded and coloured by the template. */
  status: AssignmentStatus
  /** `9 dari 14 isian wajib (64%)`. */
  progress: string
  percent: number
  /** At most 5 names; `moreMissing` counts the rest. */
  missing: string[]
  moreMissing: number
  url: string
}

export type AgencyBlock = {
  name: string
  /** `Jumat, 13 Februari 2026 pukul 23.59 WITA`. */
  target: string
  closes: string
  /** `Selasa, 17 Februari 2026 adalah hari libur nasional (Tahun Baru Imlek 2577)...`, or undefined. */
  holidayNote?: string
  /** `Sisa 2 hari kerja`, or `Hari ini hari kerja terakhir`. */
  left: string
  forms: FormLine[]
}

/** Which step of the alert plan a reminder announces; the most urgent one decides over subject and first sentence. */
export type ReminderStep = 'before-target' | 'target-day' | 'overdue' | 'last-working-day' | 'final-day'

export type ReceiptContent = {
  number: string
  form: string
  agency: string
  revision: number
  version: number
  at: string
  by: string
  nil: boolean
  nilReason?: string
  rowCount: string
  totals: { label: string; value: string }[]
  sha256: string
  previousSha256: string | null
  /** What is still open at this agency, or empty: then the mail says thanks. */
  open: FormLine[]
  timeliness: string
  url: string
}

/** A request for more time. `closes` is the deadline in force, `asked` the one that was asked for. */
export type ExtensionContent = {
  round: string
  person: string
  agency: string
  days: number
  closes: string
  asked: string
  reason: string
  url: string
}

export type MailContent =
  | { kind: 'sign-in-code'; code: string; validUntil: string; minutes: number; siteUrl: string }
  | { kind: 'sign-in-new-browser'; at: string; url: string }
  | { kind: 'test-mail'; person: string; region: string; at: string; url: string }
  | { kind: 'holidays-missing'; person: string; year: string; url: string }
  | { kind: 'opening'; rounds: { round: string; blocks: AgencyBlock[] }[]; person: string; siteUrl: string }
  | {
      kind: 'reminder'
      step: ReminderStep
      /** Rounds covered. */
      rounds: string[]
      person: string
      /** The sentence that matters, e.g. `Hari ini, Jumat, 13 Februari 2026, adalah hari kerja terakhir sebelum batas akhir...`. */
      headline: string
      subject: string
      /** Only in a reminder by hand: what the coordinator wrote. */
      note?: { by: string; text: string }
      /** Past the target: what happened since the reminder before, newest first; `more` counts the rest. */
      since?: { at: string; changes: string[]; more: number }
      blocks: AgencyBlock[]
      siteUrl: string
    }
  | {
      kind: 'closed'
      round: string
      person: string
      closedAt: string
      /** Told days afterwards, briefly. */
      late?: true
      blocks: AgencyBlock[]
      help: string
      siteUrl: string
    }
  | {
      kind: 'window'
      /** `target`: the final date stays, and `before` is the target that was. `grant`: it is what the agency asked for. */
      change: 'extend' | 'reopen' | 'close' | 'correct' | 'target' | 'grant'
      round: string
      person: string
      agencies: string[]
      before: string
      target?: string
      closes: string
      holidayNote?: string
      /** Of a closing: the forms that were not sent, by agency. */
      unsent?: string[]
      reason: string
      basis?: string
      /** Of a grant: who decided, and what was said. */
      by?: string
      note?: string
      siteUrl: string
    }
  | ({ kind: 'extension-asked'; by: string } & ExtensionContent)
  | ({ kind: 'extension-refused'; refusal: string } & ExtensionContent)
  | ({ kind: 'receipt'; round: string; person: string } & ReceiptContent)
  | {
      kind: 'returned'
      round: string
      person: string
      agency: string
      form: string
      revision: number
      due: string
      holidayNote?: string
      /** An acceptance was taken back; the comment on the whole says why. */
      reopened?: true
      /** `url` leads to the very cell. */
      comments: { where: string; text: string; url?: string }[]
      url: string
    }
  | {
      kind: 'accepted'
      round: string
      person: string
      agency: string
      form: string
      revision: number
      at: string
      url: string
    }
  | { kind: 'thanks'; round: string; person: string; agency: string; at: string; siteUrl: string }
  | {
      kind: 'warning'
      round: string
      person: string
      agency: string
      findings: { form: string; severity: string; text: string }[]
      url: string
    }
  | { kind: 'unassigned'; round: string; person: string; agency: string; at: string; by: string; siteUrl: string }
  | {
      kind: 'form-moved'
      round: string
      person: string
      form: string
      version: number
      /** Each of the recipient's agencies, and what becomes of its work. */
      agencies: { name: string; work: string }[]
      /** Some of them are asked to send again. */
      again: boolean
      /** At most 40: what is asked differently, and what becomes of the answers there. `moreChanges` counts the rest. */
      changes: { what: string; answers: string }[]
      moreChanges: number
      reason: string
      by: string
      url: string
    }
  | {
      kind: 'duties'
      person: string
      /** Not an operator. */
      head: boolean
      /** Nobody was given anything: the agencies were added to the rounds. */
      joined: boolean
      rounds: string[]
      /** Of what was given where something is to be done, and the others of the recipient. */
      agencies: string[]
      others: string[]
      blocks: AgencyBlock[]
      siteUrl: string
    }
  | ({ kind: 'report-correction' } & CorrectionContent)
  | DigestContent

/** What a kind of mail says; digests and reports share one content. */
export type ContentOf<K extends MailContent['kind']> = K extends DigestContent['kind']
  ? DigestContent
  : Extract<MailContent, { kind: K }>

export function isDigest(content: MailContent): content is DigestContent {
  return isDigestKind(content.kind)
}
