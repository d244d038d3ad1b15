/** Answers that need not be typed again: last round's, and rows that another form declared continued. One step of undo takes them back. */
import { useState } from 'preact/hooks'
import type { StartingPoint } from '../../../functions/schema/requests.ts'
import { sayFailure } from '../../api/problem.ts'
import { useResource } from '../../api/resource.ts'
import { fetchStartingPoints } from '../../api/submissions.ts'
import type { Work } from '../../api/work.ts'
import { Loading } from '../../shell/loading.tsx'
import { ChangeList } from '../../versions/change-list.tsx'
import { say } from '../../wording/language.ts'
import { pointWords, takenWords, startWording as words } from '../../wording/start.ts'
import { useForm } from '../form-model.ts'
import { takeOver } from './take-over.ts'

export function StartingPoints({ work }: { work: Work }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="card door" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.title)}</summary>
      {open && <Points work={work} />}
    </details>
  )
}

function Points({ work }: { work: Work }) {
  const model = useForm()
  const [said, setSaid] = useState('')
  const { value, error } = useResource(`start|${work.round}|${work.agency}|${work.form}`, () =>
    fetchStartingPoints(work),
  )
  if (value === undefined) return error === undefined ? <Loading /> : <p role="alert">{sayFailure(error)}</p>
  if (value.length === 0) return <p>{say(words.none)}</p>
  const take = (point: StartingPoint) => {
    const { edits, added, known } = takeOver(model.definition, model.answers.peek(), point.answers)
    if (edits.length > 0) model.edit(...edits)
    setSaid(say(takenWords(added, known, edits.length > 0)))
  }
  return (
    <>
      <p>{say(words.intro)}</p>
      <ul>
        {value.map((point) => (
          <li key={point.kind + point.title.id}>
            <p>
              {say(pointWords(point.kind, say(point.title), point.rowCount))}{' '}
              <button type="button" class="button small" onClick={() => take(point)}>
                {say(words.take)}
              </button>
            </p>
            {point.changes !== undefined && point.changes.length > 0 && (
              <>
                <p>{say(words.changed)}</p>
                <ChangeList changes={point.changes} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </>
  )
}
