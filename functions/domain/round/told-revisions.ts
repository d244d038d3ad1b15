/** A round's revisions as their history tells them. Thousands of assignments with each of a hundred would be more than an answer holds. */
import type { AssignmentKey, Round } from '../../schema/round.ts'
import type { RoundRevision } from '../../schema/round-plan.ts'

type ToldRevision = Omit<RoundRevision, 'byName'>

/** Newest first; `history` oldest first. The newest alone comes with its assignments. */
export function toldRevisions(history: readonly Round[]): ToldRevision[] {
  return history
    .map(({ assignments, ...round }, index) => ({
      ...round,
      ...(index === history.length - 1 && { assignments }),
      assigned: { count: assignments.length, ...changeOf(history[index - 1]?.assignments ?? [], assignments) },
    }))
    .toReversed()
}

function changeOf(before: readonly AssignmentKey[], now: readonly AssignmentKey[]) {
  // Revisions that change nothing of it share one list.
  if (before === now) return { added: 0, removed: 0 }
  const [old, next] = [before, now].map((list) => new Set(list.map(nameOf)))
  return { added: missing(next, old), removed: missing(old, next) }
}

function nameOf({ agencyId, formId, formVersion }: AssignmentKey): string {
  return `${agencyId} ${formId} ${formVersion}`
}

function missing(from: Set<string> = new Set(), other: Set<string> = new Set()): number {
  return [...from].filter((name) => !other.has(name)).length
}
