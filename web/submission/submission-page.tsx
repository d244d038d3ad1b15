/** What an agency submitted for one form: one revision in full, and the list of all. Nothing can be changed here. */
import { useRoute } from 'preact-iso'
import { useResource } from '../api/resource.ts'
import { fetchAssignments, fetchDefinition, fetchReferences, fetchRound } from '../api/rounds.ts'
import { fetchSubmission, fetchSubmissions, type Work } from '../api/work.ts'
import { me, zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { fullMoment, localDateAt } from '../wording/moments.ts'
import { submissionWording as words } from '../wording/submission.ts'
import { statusWords } from '../wording/work.ts'
import { ReviewNote } from './review-note.tsx'
import { RevisionList } from './revision-list.tsx'
import { SubmissionView } from './submission-view.tsx'

/** Everything the page shows; `undefined` detail when nothing was submitted. Used by the review page as well. */
export async function loadSubmission(work: Work, revision: number | undefined) {
  const [view, assignments, history, references] = await Promise.all([
    fetchRound(work.round),
    fetchAssignments(work.round),
    fetchSubmissions(work),
    fetchReferences(),
  ])
  shownRound.value = view.round
  const assignment = assignments.find(({ agencyId, formId }) => agencyId === work.agency && formId === work.form)
  const shown = revision ?? history.submissions[0]?.revision
  if (shown === undefined) return { view, assignment, history, detail: undefined, definition: undefined, references }
  const detail = await fetchSubmission(work, shown)
  const definition = await fetchDefinition(work.form, detail.submission.formVersion)
  return { view, assignment, history, detail, definition, references }
}

export function SubmissionPage() {
  const { params } = useRoute()
  const { round = '', agency = '', form = '', revision } = params
  const work = { round, agency, form }
  const asked = revision === undefined || revision === '' ? undefined : Number(revision)
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource(`submission|${round}|${agency}|${form}|${revision ?? ''}`, () =>
    loadSubmission(work, asked),
  )
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { view, assignment, history, detail, definition, references } = value
  const base = `/putaran/${round}/${agency}/${form}`
  const own = me.value?.agencies.some(({ id }) => id === agency) === true && me.value.role !== 'viewer'
  const agencyName = view.agencies.find(({ id }) => id === agency)?.name
  if (detail === undefined || definition === undefined) {
    return (
      <section>
        <h1>{say(words.title)}</h1>
        <p>{say(words.none)}</p>
      </section>
    )
  }
  const { submission, byName, answers, reviews } = detail
  const review = reviews[reviews.length - 1]
  const context = {
    today: localDateAt(submission.at, zone.value),
    agencyId: agency,
    fiscalYear: view.round.fiscalYear,
    references,
  }
  return (
    <section>
      <p>
        <a href="/">‹ {say(words.back)}</a>
      </p>
      <h1>{say(definition.title)}</h1>
      <p>
        {agencyName !== undefined && `${say(agencyName)} · `}
        {say(words.revision)} {submission.revision}{' '}
        {assignment !== undefined && submission.revision === assignment.revision && (
          <span class={`tag ${assignment.status}`}>{say(statusWords[assignment.status])}</span>
        )}
      </p>
      <p>
        {say(words.by)} {byName}, {fullMoment(submission.at, zone.value)}.{' '}
        <a href={`/bukti/${submission.receiptNumber}`}>{say(words.receipt)}</a>
      </p>
      {review !== undefined && <ReviewNote review={review} />}
      {own && assignment?.open && assignment.status !== 'accepted' && (
        <p>
          <a class="button main" href={base}>
            {say(words.correct)}
          </a>
        </p>
      )}
      {submission.nil ? (
        <p class="panel">
          {say(words.nilReason)}: {submission.nilReason}
        </p>
      ) : (
        <SubmissionView definition={definition} answers={answers} context={context} comments={review?.comments ?? []} />
      )}
      <h2>{say(words.revisions)}</h2>
      <RevisionList {...history} shown={submission.revision} hrefOf={(each) => `${base}/kiriman/${each}`} />
    </section>
  )
}
