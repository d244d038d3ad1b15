/**
 * When a form is complete, told once for board, tasks, mails, results and review: sent, with every required answer given, also
 * where a form has none or a condition hides them all; nil is complete.
 */
import type { Completeness } from '../schema/answers.ts'
import type { Assignment } from '../schema/round.ts'

type Said = Pick<Assignment, 'nil' | 'completeness'>
type State = Said & Pick<Assignment, 'status'>

/** A revision counts when it says something: nil with its reason, a required answer, or all of none. */
export function saysSomething({ nil, completeness }: Said): boolean {
  return nil || completeness.answered > 0 || completeness.expected === 0
}

/** Every required answer is given, or nil. */
export function isWhole({ nil, completeness, missingCount }: Said & Pick<Assignment, 'missingCount'>): boolean {
  return nil || (completeness.answered >= completeness.expected && missingCount === 0)
}

/** Sent or accepted, and whole: only then is it called complete. */
export function isComplete(assignment: State & Pick<Assignment, 'missingCount'>): boolean {
  return isSent(assignment) && isWhole(assignment)
}

/**
 * Does the agency still have to do something? Also when what it sent is empty. A form sent with "belum ada data" needs no
 * reminder (the agency has answered; the coordinator sees the gaps and may return it), although it is not complete.
 */
export function needsWork(assignment: State): boolean {
  if (assignment.status === 'accepted') return false
  return assignment.status !== 'submitted' || !saysSomething(assignment)
}

/** Submitted and not returned. */
export function isSent({ status }: Pick<Assignment, 'status'>): boolean {
  return status === 'submitted' || status === 'accepted'
}

/** How much of the form is done, 0 to 1; where nothing is required, sending it is all. */
export function shareDone({ status, nil, completeness }: State): number {
  const { expected, answered } = completeness
  if (nil) return 1
  return expected === 0 ? Number(isSent({ status })) : answered / expected
}

/** Whole percent, rounded; but only the whole is ever called 100, and only nothing 0. Nothing expected is the whole. */
export function percentOf({ expected, answered }: Completeness): number {
  if (expected === 0 || answered >= expected) return 100
  if (answered <= 0) return 0
  return Math.min(99, Math.max(1, Math.round((100 * answered) / expected)))
}

/** `64%`. */
export function formatPercent(percent: number): string {
  return `${percent}%`
}
