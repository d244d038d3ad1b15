/** The comments of the decision that returned this work, and what the agency has answered to each. An answer is kept at once. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { ReplyRequest, ReplyView, ReviewView } from '../../../functions/schema/requests.ts'
import { answerComment } from '../../api/submissions.ts'
import type { Work } from '../../api/work.ts'
import { me } from '../../session/session.ts'

export type PlacedComment = { readonly index: number; readonly pointer: string; readonly text: string }
/** "Sudah diperbaiki", or words. */
export type Answering = { readonly kind: 'fixed' } | { readonly kind: 'answer'; readonly text: string }
export type Replies = {
  readonly review: ReviewView
  readonly comments: readonly PlacedComment[]
  /** The latest answer by the comment's index. */
  readonly latest: ReadonlySignal<ReadonlyMap<number, ReplyView>>
  /** Rejects when the server did not take it. */
  answer(index: number, content: Answering): Promise<void>
}

export function createReplies(work: Work, review: ReviewView, known: readonly ReplyView[]): Replies {
  const latest = signal(latestReplies(review, known))
  return {
    review,
    comments: review.comments.map((comment, index) => ({ ...comment, index })),
    latest,
    answer: async (index, content) => {
      const request: ReplyRequest = { ...content, review: review.number, comment: index }
      const reply = await answerComment(work, review.revision, request)
      latest.value = new Map(latest.peek()).set(index, { ...reply, byName: me.peek()?.name ?? reply.by })
    },
  }
}

/** Of this decision, the newest answer to each comment. Replies come in the order of their numbers. */
export function latestReplies(
  review: Pick<ReviewView, 'revision' | 'number'>,
  replies: readonly ReplyView[],
): ReadonlyMap<number, ReplyView> {
  const own = replies.filter((each) => each.revision === review.revision && each.review === review.number)
  return new Map(own.map((each) => [each.comment, each]))
}
