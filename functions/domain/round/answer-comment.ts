/**
 * The agency answers a comment of a decision: corrected, or why not. It is a fact of its own, so the decision stays as it was
 * made; answering again adds the next number and the latest one counts.
 */
import type { ReplyRequest } from '../../schema/requests.ts'
import type { Reply } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import { mayWrite } from './may-write.ts'
import type { RoundFacts, Rounds } from './rounds.ts'

export type ReplyInput = { work: WorkKey; by: string; revision: number; content: ReplyRequest }
type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }

/** Colleagues who answer the same comment in the same moment; more is trouble of another kind. */
const attempts = 5
const mostReplies = 99

/** Refusals: `not-found`, and those of `mayWrite`. The same answer again is the same fact. */
export async function answerComment(now: Date, ports: Ports, input: ReplyInput): Promise<Reply> {
  const { region, round, agencyId, formId } = input.work
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { state } = await loadWork(ports, input.work)
    const permission = mayWrite(now, state, agencyId, formId)
    if (permission !== 'ok') throw new Refused(permission)
    const before = lastReply(state.facts, input)
    if (before !== undefined && saysSame(before, input.content)) return before
    const number = (before?.number ?? 0) + 1
    if (number > mostReplies) throw new Refused({ code: 'too-many-requests', retryAfterSeconds: 86_400 })
    const reply: Reply = {
      at: now.toISOString(),
      by: input.by,
      agencyId,
      formId,
      revision: input.revision,
      number,
      ...input.content,
    }
    const result = await ports.rounds.insertReply(region, round, reply)
    if (result.inserted) return reply
  }
  throw new Error('the answers to a comment keep changing')
}

/** Refuses where there is no such comment. */
function lastReply(facts: RoundFacts, { work, revision, content }: ReplyInput): Reply | undefined {
  const own = (each: { agencyId: string; formId: string; revision: number }) =>
    each.agencyId === work.agencyId && each.formId === work.formId && each.revision === revision
  const review = facts.reviews.find((each) => own(each) && each.number === content.review)
  if (review?.comments[content.comment] === undefined) throw new Refused({ code: 'not-found', what: 'comment' })
  return facts.replies
    .filter((each) => own(each) && each.review === content.review && each.comment === content.comment)
    .toSorted((a, b) => a.number - b.number)
    .at(-1)
}

function saysSame(before: Reply, content: ReplyRequest): boolean {
  return before.kind === content.kind && before.text === ('text' in content ? content.text : undefined)
}
