/** All revisions of a submission with their receipts and decisions; the shown one is marked. */
import type { Submissions } from '../api/work.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { decisionWords, submissionWording as words } from '../wording/submission.ts'
import { completenessWords } from '../wording/work.ts'

export type RevisionListProps = Submissions & { readonly shown: number; readonly hrefOf: (revision: number) => string }

export function RevisionList({ submissions, reviews, shown, hrefOf }: RevisionListProps) {
  return (
    <ol class="revisions" reversed>
      {submissions.map(({ revision, at, byName, receiptNumber, completeness }) => {
        const review = reviews.filter((each) => each.revision === revision).pop()
        return (
          <li key={revision}>
            <a href={hrefOf(revision)} aria-current={revision === shown ? 'true' : undefined}>
              {say(words.revision)} {revision}
            </a>{' '}
            {revision === shown && <span class="tag">{say(words.current)}</span>} {fullMoment(at, zone.value)} ·{' '}
            {byName} · {say(completenessWords(completeness.answered, completeness.expected))} ·{' '}
            <a href={`/bukti/${receiptNumber}`}>{say(words.receipt)}</a>
            {review !== undefined && (
              <>
                {' '}
                <span class={`tag ${review.decision === 'accept' ? 'accepted' : 'returned'}`}>
                  {say(decisionWords[review.decision])}
                </span>
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
