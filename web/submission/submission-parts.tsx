/** The two parts of a submission's page: what it is and how it stands; and its answers, read or reviewed. */

import { localMomentOf } from '../../functions/rules/wall-clock.ts'
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { SubmissionDetail } from '../../functions/schema/requests.ts'
import type { Work } from '../api/work.ts'
import type { ReviewDeskProps } from '../review/review-desk.tsx'
import { me, zone } from '../session/session.ts'
import { later } from '../shell/later.tsx'
import { language, say } from '../wording/language.ts'
import { fullMoment, localDateAt } from '../wording/moments.ts'
import { submissionWording as words } from '../wording/submission.ts'
import { statusWords } from '../wording/work.ts'
import type { Shown } from './load-submission.ts'
import { ReviewNote } from './review-note.tsx'
import { SubmissionView } from './submission-view.tsx'

const ReviewDesk = later<ReviewDeskProps>(async () => (await import('../review/review-desk.tsx')).ReviewDesk)

export type SubmissionPartProps = {
  readonly work: Work
  readonly shown: Shown
  readonly detail: SubmissionDetail
  readonly definition: FormDefinition
}

export function SubmissionHead({ work, shown, detail, definition }: SubmissionPartProps) {
  const { submission, byName, reviews } = detail
  const { view, assignment, history } = shown
  const newest = history.submissions[0]?.revision ?? submission.revision
  const base = `/putaran/${work.round}/${work.agency}/${work.form}`
  const agencyName = view.agencies.find(({ id }) => id === work.agency)?.name
  const own = me.value?.agencies.some(({ id }) => id === work.agency) === true && me.value.role !== 'viewer'
  const review = reviews[reviews.length - 1]
  return (
    <>
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
      {submission.revision < newest && (
        <p class="panel warning">
          {say(words.notNewest)} <a href={`${base}/kiriman`}>{say(words.newest)}</a>
        </p>
      )}
      {review !== undefined && <ReviewNote review={review} />}
      {own && assignment?.open && assignment.status !== 'accepted' && (
        <p>
          <a class="button main" href={base}>
            {say(words.correct)}
          </a>
        </p>
      )}
    </>
  )
}

/** What the answers engine is told about this revision: the day on which it was sent, not today. */
export function contextOf(
  work: Work,
  { view, references, rules }: Shown,
  { submission }: SubmissionDetail,
): AnswerContext {
  const today = localDateAt(submission.at, zone.value)
  const now = localMomentOf(new Date(submission.at), zone.value.zone)
  const known = { today, now, agencyId: work.agency, fiscalYear: view.round.fiscalYear, references }
  return { ...known, rules, language: language.value }
}

type BodyProps = SubmissionPartProps & Pick<ReviewDeskProps, 'onDecided' | 'onReload'>

export function SubmissionBody({ work, shown, detail, definition, ...told }: BodyProps) {
  const { submission, answers, reviews } = detail
  const { view, history } = shown
  const review = reviews[reviews.length - 1]
  const context = contextOf(work, shown, detail)
  const parts = submission.nil ? undefined : { definition, answers, context, comments: review?.comments ?? [] }
  const newest = submission.revision === history.submissions[0]?.revision
  // Returned work waits for its next revision; everything else is the coordinator's to decide, or to take back.
  const turn = me.value?.role === 'coordinator' && newest && review?.decision !== 'return'
  return (
    <>
      {submission.nil && (
        <p class="panel">
          {say(words.nilReason)}: {submission.nilReason}
        </p>
      )}
      {turn ? (
        <ReviewDesk
          {...told}
          work={work}
          revision={submission.revision}
          accepted={review?.decision === 'accept'}
          view={view}
          answers={parts}
        />
      ) : (
        parts !== undefined && <SubmissionView {...parts} />
      )}
    </>
  )
}
