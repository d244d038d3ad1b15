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
import { useSaid } from './sheet/use-said.ts'
import { contextOf, SubmissionBody, SubmissionHead, type SubmissionPartProps } from './submission-parts.tsx'

const InternalNotes = later(async () => (await import('../review/internal-notes.tsx')).InternalNotes)
const FindingsOf = later(async () => (await import('../findings/findings-of.tsx')).FindingsOf)

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
  return (
    <Revision
      key={`${round}|${agency}|${form}`}
      work={work}
      shown={value}
      detail={detail}
      definition={definition}
      reload={reload}
    />
  )
}

function Revision({ work, shown, detail, definition, reload }: SubmissionPartProps & { readonly reload: () => void }) {
  const { round, agency, form } = work
  const { revision } = detail.submission
  const [decided, setDecided] = useState<Decision>()
  const heard = useSaid(work, shown.history, revision)
  const onDecided = (decision: Decision) => {
    setDecided(decision)
    reload()
    document.getElementById('isi')?.focus()
    window.scrollTo(0, 0)
  }
  const own = detail.reviews[detail.reviews.length - 1]
  // Returned, its own comments are what is asked; sent again, those of the decision before.
  const asked = own !== undefined && own.comments.length > 0 ? own : decisionBefore(shown.history.reviews, revision)
  return (
    <section>
      <BackLink round={round} />
      {decided !== undefined && (
        <p class="panel good" role="status">
          {say(decisionSaved[decided])} <a href={`/reviu?putaran=${round}`}>{say(words.toQueue)}</a>
        </p>
      )}
      <SubmissionHead work={work} shown={shown} detail={detail} definition={definition} />
      {asked !== undefined && (
        <AnsweredComments
          review={asked}
          replies={shown.history.replies}
          definition={definition}
          answers={detail.answers}
          context={contextOf(work, shown, detail)}
        />
      )}
      <Difference key={revision} work={work} history={shown.history} shown={revision} />
      <FindingsOf findings={heard.said.findings} view={shown.view} />
      {me.value?.role === 'coordinator' && <InternalNotes work={work} revision={revision} />}
      {me.value?.role === 'viewer' && hasPersonal(definition) && <p class="hint">{say(words.personalHidden)}</p>}
      <SubmissionBody
        work={work}
        shown={shown}
        detail={detail}
        definition={definition}
        heard={heard}
        onDecided={onDecided}
        onReload={reload}
      />
      <h2>{say(words.revisions)}</h2>
      <RevisionList
        {...shown.history}
        shown={revision}
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
