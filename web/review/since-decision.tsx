/**
 * What the agency changed since the last decision, and how it answered each comment: the reviewer looks at these first. A
 * comment whose place did not change is told, since that is where work is usually forgotten.
 */
import { useResource } from '../api/resource.ts'
import { type Change, fetchDifference } from '../api/reviews.ts'
import type { Submissions, Work } from '../api/work.ts'
import { ReplyNote } from '../submission/reply-note.tsx'
import { say } from '../wording/language.ts'
import { changeCount, changeKinds, queueWording as words } from '../wording/review-queue.ts'

/** More are folded. */
const firstChanges = 15

export type SinceDecisionProps = {
  readonly work: Work
  readonly revision: number
  readonly history: Submissions
}

export function SinceDecision({ work, revision, history }: SinceDecisionProps) {
  const last = history.reviews.filter((review) => review.revision < revision).pop()
  if (last === undefined) return null
  return <Since work={work} revision={revision} history={history} last={last} />
}

function Since({ work, revision, history, last }: SinceDecisionProps & { last: Submissions['reviews'][number] }) {
  const key = `difference|${work.round}|${work.agency}|${work.form}|${revision}|${last.revision}`
  const { value, error } = useResource(key, () => fetchDifference(work, revision, last.revision))
  const changes = value?.changes ?? []
  const replies = history.replies.filter((each) => each.revision === last.revision && each.review === last.number)
  return (
    <section class="card" aria-labelledby="sejak-judul">
      <h2 id="sejak-judul">{say(changeCount(last.revision, value?.changes.length))}</h2>
      {last.comments.length > 0 && (
        <ul class="earlier-comments">
          {last.comments.map(({ pointer, text }, index) => (
            <li key={index}>
              <q>{text}</q>{' '}
              {value !== undefined && pointer !== '' && !isTouched(pointer, changes) && (
                <span class="tag returned">{say(words.untouched)}</span>
              )}{' '}
              <ReplyNote reply={replies.filter(({ comment }) => comment === index).pop()} />
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && value === undefined && <p class="error-text">{say(words.noDifference)}</p>}
      <ChangeList changes={changes.slice(0, firstChanges)} />
      {changes.length > firstChanges && (
        <details>
          <summary>{say(words.more)}</summary>
          <ChangeList changes={changes.slice(firstChanges)} />
        </details>
      )}
    </section>
  )
}

/** Did anything at that place, in it or around it change? */
function isTouched(pointer: string, changes: readonly Change[]): boolean {
  return changes.some((each) => `${each.pointer}/`.startsWith(`${pointer}/`) || pointer.startsWith(`${each.pointer}/`))
}

function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul>
      {changes.map(({ pointer, label, kind, before, after }) => (
        <li key={pointer}>
          <strong>{say(label)}</strong>{' '}
          {kind === 'changed' ? (
            <>
              <s>{before && say(before)}</s> <span aria-hidden="true">›</span> {after && say(after)}
            </>
          ) : (
            <>
              <span class="tag">{say(changeKinds[kind])}</span> {say(after ?? before ?? label)}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
