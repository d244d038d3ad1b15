/** What the accuracy checks say of the form that is being filled, with what was said about it before. */

import type { AnswerError } from '../../../functions/schema/answers.ts'
import type { Detected } from '../../../functions/schema/checks/run-form-checks.ts'
import type { Finding, FindingCounts } from '../../../functions/schema/round.ts'
import type { ErrorTexts } from '../model/form-error.ts'

export type LiveFinding = Omit<Detected, 'basis'> &
  Pick<Finding, 'basis' | 'explanation'> & {
    readonly state: 'open' | 'explained'
    /** Found in what was submitted last, by looking at others' data; it may be out of date. */
    readonly submitted: boolean
  }

/** All that was found, as the page shows it. */
export type Found = {
  readonly all: readonly LiveFinding[]
  readonly counts: FindingCounts
  /** Those that no validation error says already, as errors of the form. */
  readonly blocking: readonly AnswerError[]
  /** By pointer. */
  readonly at: ReadonlyMap<string, readonly LiveFinding[]>
  /** Open ones as texts by pointer, by row; a row's map keeps its identity while it stays the same. */
  readonly rows: ReadonlyMap<string, ErrorTexts>
}

export const nothingFound: Found = {
  all: [],
  counts: { blocking: 0, warning: 0, info: 0 },
  blocking: [],
  at: new Map(),
  rows: new Map(),
}
