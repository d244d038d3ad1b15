/** What the coordinator decided about a revision. */
import type { Review } from '../../functions/schema/round.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { submissionWording as words } from '../wording/submission.ts'

/** The decision on this revision, with what was said about the whole. */
export function ReviewNote({ review }: { review: Review }) {
  const general = review.comments.filter(({ pointer }) => pointer === '')
  const accepted = review.decision === 'accept'
  return (
    <div class={accepted ? 'panel good' : 'panel warning'}>
      <p>
        <strong>{say(accepted ? words.accepted : words.returned)}</strong>, {fullMoment(review.at, zone.value)}
        {review.dueOn !== undefined && ` · ${say(words.due)}: ${longLocalDate(review.dueOn)}`}
      </p>
      {general.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
