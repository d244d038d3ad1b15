/** What digests and reports of a round say, and what corrects a report; worded as all content is (content.ts). */

import type { AssignmentStatus } from '../../../schema/round.ts'
import type { BoardCounts } from '../../round/board.ts'

/** Somebody to call; `phone` is empty where none is on record. `deputyOf`: the person in whose place. `whatsapp`: opens a message that is ready to be sent. */
export type Contact = { name: string; phone: string; deputyOf?: string; whatsapp?: string }

export type DigestAgency = {
  name: string
  url: string
  /** One line a form, e.g. `3A: Draf 9/14 (64%)`. */
  lines: { form: string; status: AssignmentStatus; progress: string; missing: string[]; moreMissing: number }[]
  flags: string[]
  findings: { blocking: number; warning: number; info: number }
  phone?: string
}

/** A digest or report of a whole round: one board at one moment. */
export type DigestContent = {
  kind: 'digest' | 'provisional-report' | 'closing-report'
  round: string
  person: string
  asOf: string
  target: string
  closes: string
  left: string
  holidayNote?: string
  /** Only in a provisional report: who still has time, by date; and when the final report comes. */
  stillOpen: { closes: string; agencies: string[] }[]
  finalReport?: string
  counts: Omit<BoardCounts, 'complete'>
  /** Whom to call today and why, what a call wins at once first; at most 5, `moreCalls` counts the rest. */
  calls: { agency: string; people: Contact[]; reasons: string[] }[]
  moreCalls: number
  /** What became of the calls since the last digest: of so many that were asked for, how many were made, and who sent something then. */
  called?: { asked: number; called: number; sent: number }
  /** Where the call list stands on the page, with who is called already. */
  callsUrl?: string
  /** Where all of these are reminded with one click; empty when there is nobody to remind. */
  remindUrl: string
  /** Where the recipient chooses hour and occasion of digests, and stops them. Not in the closing report, which cannot be stopped. */
  settingsUrl?: string
  unsubscribeUrl?: string
  /** What changed since the last digest that was sent, newest first, worded; and the instant it covers from. */
  since: string
  changes: string[]
  moreChanges: number
  /** All of them, at the day from which they are told. */
  changesUrl?: string
  /** Kecamatan first (they block the city), then by what is lacking. At most 30; `moreAgencies` counts the rest. */
  incomplete: DigestAgency[]
  moreAgencies: number
  /** Forms sent after their final date, and forms not sent by it: as many as their counts say. */
  late: DigestAgency[]
  missed: DigestAgency[]
  complete: string[]
  /**
   * Addresses that bounce, or whose reader marked us as spam (`refuses`): who, for which agency, and the named deputy, or else
   * the head, to call.
   */
  unreachable: { person: string; agency: string; email: string; since: string; refuses?: true; instead: Contact }[]
  /** One entry a check, which leads to exactly those it counts. `stake`: rupiah or people that they speak of. */
  findings: { severity: string; check: string; where: string; count: number; stake?: string; url: string }[]
  /** Findings, not entries, beyond these. */
  moreFindings: number
  /** All of them. */
  findingsUrl: string
  /** Only in the closing report: what did not reach the agencies, a line for each mail of one moment. */
  untold?: { mails: number; lines: string[] }
  /** Only to coordinators: nothing ran over the final instant; `url` leads to a re-opening that is filled in. */
  lostTime?: { from: string; until: string; hours: number; closes: string; url: string }
  /** Findings that agencies explained: they stand, and ask for nothing. */
  explained: number
  siteUrl: string
  /** Of a digest over several rounds: the parts of the others. */
  others?: DigestContent[]
}

/** What a decision changed after a report had gone out: whom it concerns and until when; `report`: which one, and when it went. */
export type CorrectionContent = {
  round: string
  person: string
  report: { kind: 'provisional-report' | 'closing-report'; at: string }
  change: 'extend' | 'reopen' | 'correct'
  /** Empty: all of the round. */
  agencies: string[]
  closes: string
  reason: string
  basis?: string
  by: string
  /** When the final report comes. */
  finalReport?: string
  siteUrl: string
}
