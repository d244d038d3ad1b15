/**
 * Every mail to come in the round, as of now or any other moment, and what a change of dates would do to them before anybody
 * decides it. All that is asked stands in the address, so that other pages can lead here and an answer can be sent on.
 */
import { useLocation } from 'preact-iso'
import { fetchMailPlan, type MailPlan, type PlanQuestion } from '../api/mails.ts'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { mailWording, totalWords, planWording as words } from '../wording/mail-desk.ts'
import { fullMoment } from '../wording/moments.ts'
import { Choice } from './choice.tsx'
import { Difference } from './difference.tsx'
import { loadShownRound } from './load-round.ts'
import { MailDays } from './mail-days.tsx'
import { MailTabs } from './mail-tabs.tsx'
import { PlanForm } from './plan-form.tsx'
import { addressOf, questionIn } from './plan-question.ts'
import './mail.css'

export function PlanPage() {
  const { query, route } = useLocation()
  usePageTitle(say(mailWording.plan))
  const {
    value: view,
    error,
    loading,
    reload,
  } = useResource(`round|${query.putaran ?? ''}`, () => loadShownRound(query.putaran))
  if (view === undefined && loading) return <Loading />
  if (view === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  const question = questionIn(query)
  return (
    <section>
      <h1>{say(mailWording.plan)}</h1>
      <MailTabs />
      {view === undefined ? (
        <p>{say(mailWording.noRound)}</p>
      ) : (
        <>
          <p>{say(words.intro)}</p>
          <PlanForm
            key={JSON.stringify(question)}
            question={question}
            view={view}
            onAsk={(asked) => route(addressOf(asked, query.putaran, query.untuk))}
          />
          <Answer
            question={question}
            view={view}
            only={query.untuk}
            onOnly={(only) => route(addressOf(question, query.putaran, only))}
          />
        </>
      )}
    </section>
  )
}

type AnswerProps = {
  readonly question: PlanQuestion
  readonly view: RoundView
  /** The agency whose mails are shown; absent = all. */
  readonly only: string | undefined
  readonly onOnly: (agency: string) => void
}

function Answer({ question, view, only, onOnly }: AnswerProps) {
  const { value, error, loading, reload } = useResource(`plan|${view.round.id}|${JSON.stringify(question)}`, () =>
    fetchMailPlan(view.round.id, question),
  )
  if (value === undefined && loading) return <Loading />
  if (value === undefined) return <ErrorPage error={error} retry={reload} />
  const { mails, difference } = onlyFor(only, value)
  return (
    <>
      <div class="plan-only no-print">
        <Choice
          id="untuk"
          label={say(words.only)}
          value={only}
          options={view.agencies.map(({ id, name }) => ({ value: id, label: say(name) }))}
          onChoose={onOnly}
        />
      </div>
      {difference !== undefined && <Difference difference={difference} question={question} view={view} />}
      <h2>{say(words.list)}</h2>
      <p aria-live="polite">
        {(question.asOf !== undefined || question.change !== undefined) && (
          <>
            <span class="tag returned">{say(words.simulated)}</span>{' '}
          </>
        )}
        {fullMoment(value.asOf, zone.value)}. {say(totalWords(mails.length, peopleIn(mails)))}
      </p>
      {mails.length === 0 && <p>{say(only ? words.emptyFor : words.empty)}</p>}
      <MailDays mails={mails} view={view} question={question} level="h3" />
    </>
  )
}

/** Mails to the agency's people, and those that speak of it. */
function onlyFor(only: string | undefined, { mails, difference }: MailPlan) {
  if (only === undefined) return { mails, difference }
  const filtered = (all: MailPlan['mails']) =>
    all.filter(({ agencyIds, recipient }) => [...agencyIds, ...recipient.agencyIds].includes(only))
  return {
    mails: filtered(mails),
    difference: difference && {
      ...difference,
      added: filtered(difference.added),
      removed: filtered(difference.removed),
      changed: filtered(difference.changed),
    },
  }
}

function peopleIn(mails: MailPlan['mails']): number {
  return new Set(mails.map(({ recipient }) => recipient.id)).size
}
