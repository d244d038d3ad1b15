/** One form that is due: how it stands, until when, what is missing, and the one thing to do next. */

import { shareDone } from '../../functions/rules/completeness.ts'
import { problemCountsOf, problemWords } from '../../functions/rules/problem-counts.ts'
import type { Assignment, AssignmentStatus } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { fetchSubmissions } from '../api/work.ts'
import { me, zone } from '../session/session.ts'
import { dateWording } from '../wording/dates.ts'
import { findingWords } from '../wording/findings.ts'
import { say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { commentCount, correctBy, draftSaved, tasksWording as words } from '../wording/tasks.ts'
import { completenessWords, statusWords, workingDaysWords, workWording } from '../wording/work.ts'
import { Deadlines } from './deadlines.tsx'

const firstGaps = 3

export function TaskCard({ assignment, view }: { assignment: Assignment; view: RoundView }) {
  const { agencyId, formId, status, nil, completeness, missingCount, findings, open } = assignment
  const form = view.forms.find(({ id }) => id === formId)
  const title = form === undefined ? formId : say(form.title)
  const findingText = say(findingWords(findings))
  return (
    <article class="card task">
      <div class="task-head">
        <h3>{title}</h3>
        <p class="cluster">
          <span class={`tag ${status}`}>{say(statusWords[status])}</span>
          {nil && <span class="tag">{say(workWording.nil)}</span>}
          {assignment.overdue && <span class="tag late">{say(dateWording.overdue)}</span>}
          {open && status !== 'accepted' && (
            <span class="tag">{say(workingDaysWords(assignment.workingDaysLeft))}</span>
          )}
        </p>
      </div>
      <dl class="facts">
        <Deadlines assignment={assignment} holidays={view.holidays} />
        <div>
          <dt>{say(workWording.completeness)}</dt>
          <dd>
            <progress value={shareDone(assignment)} aria-hidden="true" />{' '}
            {nil ? say(workWording.nil) : say(completenessWords(completeness.answered, completeness.expected))}
          </dd>
        </div>
        {assignment.savedAt !== null && status !== 'submitted' && status !== 'accepted' && (
          <div>
            <dt>{say(words.draft)}</dt>
            <dd>{say(draftSaved(saverOf(assignment), fullMoment(assignment.savedAt, zone.value)))}</dd>
          </div>
        )}
        {findingText !== '' && (
          <div>
            <dt>{say(workWording.findings)}</dt>
            <dd>
              <a href={`/temuan?putaran=${view.round.id}&unit=${agencyId}&formulir=${formId}`}>{findingText}</a>
            </dd>
          </div>
        )}
      </dl>
      {status === 'returned' && (
        <ReturnedNote
          assignment={assignment}
          href={`/putaran/${view.round.id}/${agencyId}/${formId}`}
          round={view.round.id}
        />
      )}
      {status !== 'not-started' && !nil && missingCount > 0 && (
        <Missing assignment={assignment} href={`/putaran/${view.round.id}/${agencyId}/${formId}`} />
      )}
      <NextStep
        href={`/putaran/${view.round.id}/${agencyId}/${formId}`}
        gap={nil ? undefined : assignment.missing[0]?.pointer}
        status={status}
        open={open}
        title={title}
      />
    </article>
  )
}

function saverOf({ savedBy, savedByName }: Assignment): string {
  return savedBy === me.value?.id ? say(words.yourself) : (savedByName ?? '')
}

function ReturnedNote({ assignment, round, href }: { assignment: Assignment; round: string; href: string }) {
  const { agencyId: agency, formId: form, revision } = assignment
  const { value } = useResource(`review|${round}|${agency}|${form}|${revision}`, () =>
    fetchSubmissions({ round, agency, form }),
  )
  const review = value?.reviews.filter((each) => each.revision === revision && each.decision !== 'accept').pop()
  if (review === undefined) return <p class="panel warning">{say(statusWords.returned)}</p>
  const answered = new Set(
    value?.replies
      .filter((each) => each.revision === revision && each.review === review.number)
      .map(({ comment }) => comment),
  )
  return (
    <div class="panel warning">
      {assignment.open && review.dueOn !== undefined && (
        <p>
          <strong>{say(correctBy(longLocalDate(review.dueOn)))}</strong>
        </p>
      )}
      <p>{say(commentCount(review.comments.length, answered.size))}</p>
      <ul>
        {review.comments.slice(0, firstGaps).map(({ pointer, text }, index) => (
          <li key={index}>
            <a href={pointer === '' ? href : `${href}#${pointer}`}>{text}</a>{' '}
            {answered.has(index) && `(${say(words.answered)})`}
          </li>
        ))}
      </ul>
    </div>
  )
}

type MissingProps = { readonly assignment: Assignment; readonly href: string }

/** What the form's own page tells of the same draft, each leading to its cell. */
function Missing({ assignment, href }: MissingProps) {
  const { missing, missingCount } = assignment
  const list = (shown: Assignment['missing']) =>
    shown.map(({ pointer, label }) => (
      <li key={pointer + label.id}>
        <a href={`${href}#${pointer}`}>{say(label)}</a>
      </li>
    ))
  const told = missing.reduce((sum, { count = 1 }) => sum + count, 0)
  return (
    <div class="missing">
      <strong>
        {say(workWording.missing)}: {say(problemWords(problemCountsOf(assignment)))}
      </strong>
      <ul>{list(missing.slice(0, firstGaps))}</ul>
      {missing.length > firstGaps && (
        <details>
          <summary>{say(words.more)}</summary>
          <ul>
            {list(missing.slice(firstGaps))}
            {missingCount > told && <li>{say(words.andMore)}</li>}
          </ul>
        </details>
      )}
    </div>
  )
}

const steps: Record<AssignmentStatus, Wording> = {
  'not-started': words.begin,
  draft: words.go,
  returned: words.correct,
  submitted: words.view,
  accepted: words.view,
}

/** What was sent is viewed; what is still to be sent is opened. A closed window does not hide a draft from its owner, but says that it is closed. */
function NextStep({
  href,
  gap,
  status,
  open,
  title,
}: {
  href: string
  /** The cell at which the form opens: the first that is missing. */
  gap: string | undefined
  status: AssignmentStatus
  open: boolean
  title: string
}) {
  const sent = status === 'submitted' || status === 'accepted'
  const closed = !open && !sent
  if (closed && status === 'not-started') return <p>{say(workWording.closed)}</p>
  const step = closed ? words.view : steps[status]
  return (
    <>
      {closed && <p>{say(workWording.closed)}</p>}
      <p>
        <a
          class={sent || closed ? 'button' : 'button main'}
          href={sent ? `${href}/kiriman` : gap === undefined ? href : `${href}#${gap}`}
          aria-label={`${say(step)}: ${title}`}
        >
          {say(step)}
        </a>
      </p>
    </>
  )
}
