/**
 * The domain's "no": a closed list of refusals. Any verb may throw one; http/problem.ts alone knows their statuses and
 * words. Infrastructure trouble is never a refusal: it stays an ordinary error.
 */

import type { AnswerError } from '../schema/answers.ts'
import type { DraftResponse } from '../schema/requests.ts'
import type { SettingReason } from '../schema/setting-reason.ts'
import type { Wording } from '../schema/wording.ts'
import type { WorkbookFlaw } from '../schema/workbook.ts'

/** What is wrong with something that a coordinator sets up, and where: a pointer into what was sent. */
export type SettingError = { pointer: string; reason: SettingReason; named?: string }

/** Why a mail cannot be sent by hand, or an address not be freed. */
export type HandMailReason =
  | 'unknown-agency'
  | 'nobody-to-remind'
  | 'sign-in-mail'
  | 'still-waiting'
  | 'already-sent-again'
  | 'arrived'
  | 'no-longer-true'
  | 'too-late'
  | 'address-blocked'
  | 'address-taken'
  | 'not-blocked'
  | 'try-again'
  | 'mail-goes'
  | 'no-code-asked'

export type Refusal =
  | { code: 'malformed-request'; errors: { pointer: string; message: string }[] }
  | { code: 'not-signed-in' }
  | { code: 'wrong-code'; triesLeft: number }
  | { code: 'challenge-over' }
  /** The code is right, and the address is known in several regions. */
  | { code: 'region-choice'; regions: { region: string; name: Wording }[] }
  /** `of`: what there were too many of, where somebody can do more about it than wait. */
  | { code: 'too-many-requests'; retryAfterSeconds: number; of?: 'sign-in' | 'draft' }
  | { code: 'forbidden' }
  | { code: 'cross-site-request' }
  | { code: 'not-found'; what: string }
  /** `closedOn` and `opensOn` are local dates of the region. */
  | { code: 'round-not-open'; opensOn: string }
  | { code: 'round-closed'; closedOn: string }
  | { code: 'submission-accepted'; revision: number }
  | { code: 'precondition-required' }
  | { code: 'revision-conflict'; currentRevision: number }
  /** `current` is what is stored, so that the writer can compare and nothing typed is lost. */
  | { code: 'draft-conflict'; currentVersion: number; currentRevision: number; current?: DraftResponse }
  | { code: 'form-version-conflict'; currentVersion: number }
  /** The coordinator is just changing the round; a moment later it is known what holds. */
  | { code: 'round-changing' }
  | { code: 'region-closed' }
  | { code: 'idempotency-key-reused' }
  | { code: 'answers-invalid'; errors: AnswerError[] }
  | { code: 'settings-invalid'; errors: SettingError[] }
  | { code: 'nil-not-allowed' }
  | {
      code: 'window-invalid'
      reason:
        | 'not-later'
        | 'in-the-past'
        | 'target-after-final'
        | 'too-long'
        | 'already-closed'
        | 'unknown-agency'
        | 'not-earlier'
        | 'too-soon'
        | 'nothing-closed'
        | 'target-earlier'
        | 'closed-alone'
        | 'not-opened'
    }
  /** Newer submissions came between two pages. */
  | { code: 'results-changed' }
  /** More than one file can be handed over at once. */
  | { code: 'results-too-large' }
  | { code: 'fresh-sign-in-required'; minutes: number }
  /** The provider of mail did not answer what was asked of it; nothing was changed. */
  | { code: 'mail-service-silent' }
  | { code: 'hand-mail-invalid'; reason: HandMailReason }
  | { code: 'extension-invalid'; reason: 'already-asked' | 'already-decided' | 'too-long' }
  | {
      code: 'review-invalid'
      reason:
        | 'comment-required'
        | 'due-date-required'
        | 'due-date-past'
        | 'old-revision'
        | 'already-decided'
        | 'not-accepted'
    }
  /** The file cannot be read as a workbook of this subject; `what` names the form, version or agency that it is for. */
  | { code: 'workbook-refused'; reason: WorkbookFlaw; what?: string }

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'Refused'
    this.refusal = refusal
  }
}
