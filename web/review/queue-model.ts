/** The review queue: what waits for a decision, the longest waiting first, and which of it needs no second look. */
import { isWhole } from '../../functions/rules/completeness.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import type { Board } from '../api/board.ts'
import { sayFailure } from '../api/problem.ts'
import { decideReview } from '../api/reviews.ts'

/** Submitted and not decided, oldest first. */
export function queueOf({ agencies }: Pick<Board, 'agencies'>): readonly Assignment[] {
  return agencies
    .flatMap(({ assignments }) => assignments)
    .filter(({ status }) => status === 'submitted')
    .sort((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''))
}

/**
 * Every required answer given, not nil, no error and no warning (remarks ask for nothing): may be accepted together with others.
 * Without any of the rows it asks for it gets a look of its own.
 */
export function isClean(cell: Assignment, { forms }: Pick<Board, 'forms'>): boolean {
  const { formId, findings, rowCount } = cell
  const rows = rowCount > 0 || forms.some(({ form }) => form.id === formId && !form.asksRows)
  const found = findings.blocking + findings.warning
  return !cell.nil && rows && isWhole(cell) && found === 0
}

export function keyOf({ agencyId, formId, revision }: Assignment): string {
  return `${agencyId}|${formId}|${revision}`
}

export type BulkResult = { readonly accepted: number; readonly failed: readonly { cell: Assignment; reason: string }[] }

/** Each is a decision of its own about the very revision that was shown: one refusal never stops the others. */
export async function acceptAll(round: string, cells: readonly Assignment[]): Promise<BulkResult> {
  let accepted = 0
  const failed: { cell: Assignment; reason: string }[] = []
  for (const cell of cells) {
    const work = { round, agency: cell.agencyId, form: cell.formId }
    try {
      await decideReview(work, { revision: cell.revision, decision: 'accept', comments: [] })
      accepted += 1
    } catch (error) {
      failed.push({ cell, reason: sayFailure(error) })
    }
  }
  return { accepted, failed }
}
