/**
 * What an agency submitted for one form: one revision in full, and the list of all. The agency and viewers read; for a
 * coordinator whose turn it is the review is drawn around the answers.
 */
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { hasPersonal } from '../../functions/schema/personal.ts'
import { useResource } from '../api/resource.ts'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { later } from '../shell/later.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { type Decision, decisionSaved } from '../wording/review.ts'
import { submissionWording as words } from '../wording/submission.ts'
import { AnsweredComments, decisionBefore } from './answered-comments.tsx'
import { Difference } from './difference.tsx'
import { loadSubmission } from './load-submission.ts'
import { RevisionList } from './revision-list.tsx'
import { contextOf, SubmissionBody, SubmissionHead } from './submission-parts.tsx'

const InternalNotes = later(async () => (await import('../review/internal-notes.tsx')).InternalNotes)
const FindingsOf = later(async () => (await import('../findings/findings-of.tsx')).FindingsOf)

export function SubmissionPage() {
  const { params } = useRoute()
  const { round = '', agency = '', form = '', revision } = params
  const work = { round, agency, form }
  const asked = revision === undefined || revision === '' ? undefined : Number(revision)
  const [decided, setDecided] = useState<Decision>()
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource(`submission|${round}|${agency}|${form}|${revision ?? ''}`, () =>
    loadSubmission(work, asked),
  )
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { detail, definition } = value
  if (detail === undefined || definition === undefined) {
    return (
      <section>
        <BackLink round={round} />
        <h1>{say(words.title)}</h1>
        <p>{say(words.none)}</p>
      </section>
    )
  }
  const onDecided = (decision: Decision) => {
    setDecided(decision)
    reload()
    document.getElementById('isi')?.focus()
    window.scrollTo(0, 0)
  }
  const before = decisionBefore(value.history.reviews, detail.submission.revision)
  const context = contextOf(work, value, detail)
  return (
    <section>
      <BackLink round={round} />
      {decided !== undefined && (
        <p class="panel good" role="status">
          {say(decisionSaved[decided])} <a href={`/reviu?putaran=${round}`}>{say(words.toQueue)}</a>
        </p>
      )}
      <SubmissionHead work={work} shown={value} detail={detail} definition={definition} />
      {before !== undefined && context !== undefined && (
        <AnsweredComments
          review={before}
          replies={value.history.replies}
          definition={definition}
          answers={detail.answers}
          context={context}
        />
      )}
      <Difference
        key={detail.submission.revision}
        work={work}
        history={value.history}
        shown={detail.submission.revision}
        open={before !== undefined && me.value?.role === 'coordinator'}
      />
      <FindingsOf work={work} view={value.view} />
      {me.value?.role === 'coordinator' && <InternalNotes work={work} revision={detail.submission.revision} />}
      {me.value?.role === 'viewer' && hasPersonal(definition) && <p class="hint">{say(words.personalHidden)}</p>}
      <SubmissionBody
        work={work}
        shown={value}
        detail={detail}
        definition={definition}
        onDecided={onDecided}
        onReload={reload}
      />
      <h2>{say(words.revisions)}</h2>
      <RevisionList
        {...value.history}
        shown={detail.submission.revision}
        hrefOf={(each) => `/putaran/${round}/${agency}/${form}/kiriman/${each}`}
      />
    </section>
  )
}

/** Back to where this person's work begins. */
function BackLink({ round }: { round: string }) {
  const role = me.value?.role
  const wide = role === 'coordinator' || role === 'viewer'
  return (
    <p class="no-print">
      <a href={wide ? `/rekap?putaran=${round}` : '/tugas'}>‹ {say(wide ? words.backToBoard : words.back)}</a>
      {role === 'coordinator' && (
        <>
          {' · '}
          <a href={`/reviu?putaran=${round}`}>{say(words.toQueue)}</a>
        </>
      )}
    </p>
  )
}
