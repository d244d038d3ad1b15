/** Acts on all findings of a group. Each is an act of its own about what was shown: one refusal never stops the others, and is counted. */
import type { Comment, Finding } from '../../functions/schema/round.ts'
import { fetchBoard } from '../api/board.ts'
import { decideFinding, explainFinding } from '../api/findings.ts'
import { Problem } from '../api/problem.ts'
import { decideReview } from '../api/reviews.ts'
import type { Work } from '../api/work.ts'

/** `left`: so many were not, because they changed meanwhile. */
export type GroupResult = { readonly done: number; readonly left: number }

/** Comments that one decision takes, the word on the whole among them. */
const mostComments = 199

/** A coordinator's word on each. */
export async function decideAll(
  round: string,
  findings: readonly Finding[],
  word: { readonly text: string; readonly setAside: boolean },
): Promise<GroupResult> {
  let done = 0
  for (const { id } of findings) done += await counted(() => decideFinding(round, id, word))
  return { done, left: findings.length - done }
}

export async function explainAll(round: string, findings: readonly Finding[], text: string): Promise<GroupResult> {
  let done = 0
  for (const { agencyId, formId, id, basis } of findings) {
    const work = { round, agency: agencyId, form: formId }
    done += await counted(() => explainFinding(work, id, { text, basis }))
  }
  return { done, left: findings.length - done }
}

type Returning = { readonly dueOn: string; readonly text: string }

/** Of forms whose submission waits for a decision; the others cannot be returned and are counted. */
export async function returnAll(
  round: string,
  findings: readonly Finding[],
  { dueOn, text }: Returning,
): Promise<GroupResult> {
  const { agencies } = await fetchBoard(round)
  const assignments = agencies.flatMap((row) => row.assignments)
  const work = returnable(findings)
  let done = 0
  for (const { agencyId, formId, found } of work) {
    const cell = assignments.find((each) => each.agencyId === agencyId && each.formId === formId)
    if (cell?.status !== 'submitted') continue
    const comments: Comment[] = [
      ...(text === '' ? [] : [{ pointer: '', text }]),
      ...found.slice(0, mostComments).map(({ pointer, message }) => ({ pointer, text: message.id })),
    ]
    const place: Work = { round, agency: agencyId, form: formId }
    done += await counted(() => decideReview(place, { revision: cell.revision, decision: 'return', comments, dueOn }))
  }
  return { done, left: work.length - done }
}

/** The forms that a group speaks of. */
export function returnable(findings: readonly Finding[]) {
  const forms = new Map<string, { agencyId: string; formId: string; found: Finding[] }>()
  for (const finding of findings) {
    const { agencyId, formId } = finding
    const key = `${agencyId}|${formId}`
    const known = forms.get(key)
    if (known === undefined) forms.set(key, { agencyId, formId, found: [finding] })
    else known.found.push(finding)
  }
  return [...forms.values()]
}

/** 1, or 0 where the server would not; silence of the line is thrown, for nothing after it would come through either. */
async function counted(act: () => Promise<unknown>): Promise<number> {
  try {
    await act()
    return 1
  } catch (error) {
    if (error instanceof Problem) return 0
    throw error
  }
}
