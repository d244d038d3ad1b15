/** What was asked of the agency before this revision, and what it answered: the reviewer sees at once what is still open. */
import type { ReplyView, ReviewView } from '../../functions/schema/requests.ts'
import { latestReplies } from '../form/review/replies.ts'
import { say } from '../wording/language.ts'
import { answeredOf, replyWording as words } from '../wording/reply.ts'
import { type LabelledIn, placeLabel } from './place-label.ts'
import { ReplyNote } from './reply-note.tsx'

export type AnsweredCommentsProps = LabelledIn & {
  readonly review: ReviewView
  readonly replies: readonly ReplyView[]
}

export function AnsweredComments({ review, replies, ...labelled }: AnsweredCommentsProps) {
  const latest = latestReplies(review, replies)
  if (review.comments.length === 0) return null
  return (
    <section class="answered" aria-labelledby="answered-title">
      <h2 id="answered-title">
        {say(words.lastDecision)} <small>({say(answeredOf(latest.size, review.comments.length))})</small>
      </h2>
      <ol>
        {review.comments.map(({ pointer, text }, index) => (
          <li key={index}>
            <strong>
              {pointer === '' ? say(words.whole) : <a href={`#${pointer}`}>{placeLabel(pointer, labelled)}</a>}
            </strong>
            <p class="comment-text">{text}</p>
            <ReplyNote reply={latest.get(index)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The decision that this revision answers: the last one on an older revision, or on this one before it was re-opened. */
export function decisionBefore(reviews: readonly ReviewView[], revision: number): ReviewView | undefined {
  return reviews.filter((each) => each.revision < revision).pop()
}
