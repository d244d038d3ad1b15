/** What changed between two revisions, by row and cell; at first since the last decision, which is what a reviewer wants to know. */
import { useState } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { fetchDifference } from '../api/submissions.ts'
import type { Submissions, Work } from '../api/work.ts'
import { Loading } from '../shell/loading.tsx'
import { changeCount, kindWords, sinceWords, differenceWording as words } from '../wording/difference.ts'
import { say } from '../wording/language.ts'
import { decisionBefore } from './answered-comments.tsx'

export type DifferenceProps = {
  readonly work: Work
  readonly history: Submissions
  readonly shown: number
}

const firstChanges = 40

export function Difference({ work, history, shown }: DifferenceProps) {
  const decided = decisionBefore(history.reviews, shown)?.revision
  const [from, setFrom] = useState(decided ?? shown - 1)
  const [unfolded, setUnfolded] = useState(false)
  const others = history.submissions.map(({ revision }) => revision).filter((revision) => revision !== shown)
  if (others.length === 0) return null
  return (
    <details class="card difference" open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{say(sinceWords(from, from === decided))}</summary>
      {unfolded && (
        <>
          <p>
            <label for="difference-from">{say(words.compareWith)} </label>
            <select id="difference-from" value={from} onChange={(event) => setFrom(Number(event.currentTarget.value))}>
              {others.map((revision) => (
                <option key={revision} value={revision}>
                  {say(words.revision)} {revision}
                  {revision === decided && ` (${say(words.decided)})`}
                </option>
              ))}
            </select>
          </p>
          <Changes work={work} from={from} to={shown} />
        </>
      )}
    </details>
  )
}

function Changes({ work, from, to }: { work: Work; from: number; to: number }) {
  const { value, error } = useResource(`diff|${work.round}|${work.agency}|${work.form}|${from}|${to}`, () =>
    fetchDifference(work, from, to),
  )
  const [all, setAll] = useState(false)
  if (value === undefined) return error === undefined ? <Loading /> : <p role="alert">{sayFailure(error)}</p>
  const { changes } = value
  return (
    <>
      <p role="status">{say(changeCount(changes.length))}</p>
      <ul class="changes">
        {changes.slice(0, all ? undefined : firstChanges).map(({ pointer, label, kind, before, after }) => (
          <li key={pointer}>
            <strong>{say(label)}</strong> <span class={`tag ${kind}`}>{say(kindWords[kind])}</span>
            <br />
            {before !== null && <del>{say(before)}</del>} {before !== null && after !== null && say(words.became)}{' '}
            {after !== null && <ins>{say(after)}</ins>}
          </li>
        ))}
      </ul>
      {!all && changes.length > firstChanges && (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {say(words.all)}
        </button>
      )}
    </>
  )
}
