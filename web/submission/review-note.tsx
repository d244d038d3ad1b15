/** What the coordinator decided about a revision. */
import type { ReviewView } from '../../functions/schema/requests.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { decisionWords, submissionWording as words } from '../wording/submission.ts'

/** The decision on this revision, with what was said about the whole. */
export function ReviewNote({ review }: { review: ReviewView }) {
  const general = review.comments.filter(({ pointer }) => pointer === '')
  return (
    <div class={review.decision === 'accept' ? 'panel good' : 'panel warning'}>
      <p>
        <strong>{say(decisionWords[review.decision])}</strong>, {fullMoment(review.at, zone.value)} · {review.byName}
        {review.dueOn !== undefined && ` · ${say(words.due)}: ${longLocalDate(review.dueOn)}`}
      </p>
      {general.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
