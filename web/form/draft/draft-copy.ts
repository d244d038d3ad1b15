/** What a window keeps of its work on the device, in case the page goes away or nobody answers. */
import type { Answers } from '../../../functions/schema/answers.ts'
import type { LeftAnswer } from '../../../functions/schema/version-move.ts'
import type { StoredDraft } from '../../api/work.ts'
import type { Copies, Found } from '../../device/draft-copies.ts'
import type { Pending } from '../model/pending.ts'
import type { Sent } from './own-sends.ts'

/**
 * `stored` is the server's draft from which the copy went on, `pending` what waits for a decision, `sent` what the server may
 * have heard.
 */
export type DraftCopy = {
  readonly stored: StoredDraft
  readonly answers: Answers
  readonly pending?: readonly Pending[]
  readonly sent?: readonly Sent[]
  /** What other versions left on this device, and the server does not have. */
  readonly left?: readonly LeftAnswer[]
  /** When something was last typed there, in the device's milliseconds; it may have been written again later. */
  readonly typedAt?: number
}
export type FoundCopy = Found<DraftCopy>
export type DraftCopies = Copies<DraftCopy>
