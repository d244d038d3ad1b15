/** The latest submissions of a round, read a few at a time. */
import type { CheckedSubmission } from '../../schema/checks/check-context.ts'
import type { Assignment } from '../../schema/round.ts'
import type { RoundFacts, RoundState } from '../round/rounds.ts'
import { roundsBefore } from '../round/rounds-before.ts'
import { checkedSubmission, type SubmissionPorts } from './checked-submission.ts'

/** Thousands of bodies asked for at once wait longer for a connection than a request may take. */
const readsAtOnce = 16

export async function sentInRound(
  ports: SubmissionPorts,
  round: RoundState,
  keys: readonly Pick<Assignment, 'agencyId' | 'formId'>[],
): Promise<CheckedSubmission[]> {
  const submissions: (CheckedSubmission | undefined)[] = []
  const waiting = [...keys.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      submissions[next[0]] = await checkedSubmission(round, next[1], ports)
    }
  }
  await Promise.all(Array.from({ length: readsAtOnce }, work))
  return submissions.filter((submission) => submission !== undefined)
}

/** What was sent of a form in the last round before this one that asked it. `others`: the newest first. */
export async function sentLastRound(
  ports: SubmissionPorts,
  round: RoundState,
  { others, formId }: { readonly others: readonly RoundFacts[]; readonly formId: string },
): Promise<CheckedSubmission[]> {
  const asked = ({ round }: RoundFacts) => round.assignments.filter((each) => each.formId === formId)
  const last = roundsBefore(others, round.facts.round).find((other) => asked(other).length > 0)
  if (last === undefined) return []
  return sentInRound(ports, { ...round, facts: last }, asked(last))
}
