/** The two parts of a submission's page: what it is and how it stands; and its answers, read or reviewed. */
import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { localMomentOf } from '../../functions/rules/wall-clock.ts'
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { SubmissionDetail } from '../../functions/schema/requests.ts'
import { fetchStartingPoints } from '../api/submissions.ts'
import type { Work } from '../api/work.ts'
import type { ReviewDeskProps } from '../review/review-desk.tsx'
import { me, zone } from '../session/session.ts'
import { later } from '../shell/later.tsx'
import { language, say } from '../wording/language.ts'
import { fullMoment, localDateAt } from '../wording/moments.ts'
import { receiptWording, withFormerName } from '../wording/receipt.ts'
import { sheetWording } from '../wording/sheet.ts'
import { submissionWording as words } from '../wording/submission.ts'
import { statusWords } from '../wording/work.ts'
import type { Shown } from './load-submission.ts'
import { ReviewNote } from './review-note.tsx'
import { notesOf } from './sheet/notes.ts'
import type { SheetParts } from './sheet/sheet.ts'
import type { SaidOf } from './sheet/use-said.ts'
import type { SheetSource } from './sheet-source.ts'

const SheetView = later<SheetParts>(async () => (await import('./sheet/sheet-view.tsx')).SheetView)
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
        {agencyName !== undefined && `${say(withFormerName(agencyName, detail.agencyNameThen))} · `}
        {say(words.revision)} {submission.revision}
        {` · ${say(receiptWording.version)} ${submission.formVersion} `}
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
      {own && assignment?.status === 'accepted' && <p class="hint">{say(words.howReopened)}</p>}
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

type BodyProps = SubmissionPartProps & Pick<ReviewDeskProps, 'onDecided' | 'onReload'> & { readonly heard: SaidOf }

export function SubmissionBody({ work, shown, detail, definition, heard, ...told }: BodyProps) {
  const { submission, answers, reviews } = detail
  const { view, history } = shown
  const review = reviews[reviews.length - 1]
  const said = useSignal(heard.said)
  useEffect(() => {
    said.value = heard.said
  }, [heard.said])
  const source = useMemo<SheetSource | undefined>(
    () =>
      submission.nil
        ? undefined
        : {
            form: { definition, answers, context: contextOf(work, shown, detail) },
            said,
            lastRound: async () => (await fetchStartingPoints(work)).find(({ kind }) => kind === 'last-round'),
          },
    [definition, answers, language.value],
  )
  const notes = useComputed(() => notesOf({ ...said.value, written: [] }))
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
      {heard.failed && (
        <p class="panel warning no-print" role="alert">
          {say(sheetWording.failed)}{' '}
          <button type="button" class="button small" onClick={heard.reload}>
            {say(sheetWording.again)}
          </button>
        </p>
      )}
      {turn ? (
        <ReviewDesk
          {...told}
          work={work}
          revision={submission.revision}
          accepted={review?.decision === 'accept'}
          view={view}
          source={source}
        />
      ) : (
        source !== undefined && (
          <SheetView form={source.form} notes={notes} commenting={undefined} lastRound={source.lastRound} />
        )
      )}
    </>
  )
}
