/**
 * A submission as its reviewer sees it: the same answers, with a comment to be put at each, and the decision at the end. Drawn
 * for a coordinator whose turn it is; the comments wait on this device until the decision is saved.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import { addWorkingDays } from '../../functions/rules/working-days.ts'
import type { RoundView } from '../api/rounds.ts'
import type { Work } from '../api/work.ts'
import { me, zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { SubmissionView, type SubmissionViewProps } from '../submission/submission-view.tsx'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { carriedFrom, type Decision, reviewWording as words } from '../wording/review.ts'
import { CommentEditor } from './comment-editor.tsx'
import { useCommentKeys } from './comment-keys.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { openReviewDraft, type ReviewDraft } from './review-draft.ts'
import { useDecision } from './use-decision.ts'
import './review.css'

/** Working days for corrections that are suggested. */
const suggestedDays = 2

export type ReviewDeskProps = {
  readonly work: Work
  readonly revision: number
  /** What stands now was accepted: it can only be re-opened. */
  readonly accepted: boolean
  readonly view: RoundView
  /** `undefined` where the submission is nil: there is nothing to comment on by place. */
  readonly answers: Omit<SubmissionViewProps, 'aside'> | undefined
  readonly onDecided: (decision: Decision) => void
  readonly onReload: () => void
}

export function ReviewDesk(props: ReviewDeskProps) {
  const { work, revision, view } = props
  const [draft, setDraft] = useState<ReviewDraft>()
  const agency = view.agencies.find(({ id }) => id === work.agency)
  const today = localDateAt(presentInstant(), zone.value)
  useEffect(() => {
    const dueOn = addWorkingDays(today, suggestedDays, view, agency?.workingWeek ?? 5)
    void openReviewDraft(me.peek()?.id ?? '', work, { revision, dueOn }).then(setDraft)
  }, [work.round, work.agency, work.form, revision])
  if (draft === undefined) return props.answers === undefined ? null : <SubmissionView {...props.answers} />
  return (
    <OpenedDesk key={revision} {...props} draft={draft} today={today} agencyName={agency ? say(agency.name) : ''} />
  )
}

type OpenedProps = ReviewDeskProps & { draft: ReviewDraft; today: string; agencyName: string }

function OpenedDesk({ work, revision, accepted, view, answers, draft, ...props }: OpenedProps) {
  const flow = useDecision({ work, revision, draft, today: props.today, onDecided: props.onDecided })
  const desk = useRef<HTMLDivElement>(null)
  useCommentKeys(desk)
  const aside = (pointer: string, label: string) => <CommentEditor draft={draft} pointer={pointer} label={label} />
  return (
    <div ref={desk}>
      <p class="no-print">
        <a class="button" href="#reviu">
          {say(accepted ? words.reopen : words.toDecision)}
        </a>
      </p>
      {!accepted && answers !== undefined && <p class="hint comment-keys no-print">{say(words.keys)}</p>}
      {draft.begunFor !== undefined && <p class="panel warning">{say(carriedFrom(draft.begunFor))}</p>}
      {answers !== undefined && <SubmissionView {...answers} {...(accepted ? {} : { aside })} />}
      <DecisionPanel
        flow={flow}
        draft={draft}
        accepted={accepted}
        agencyName={props.agencyName}
        revision={revision}
        today={props.today}
        holidays={view.holidays}
        newestHref={`/putaran/${work.round}/${work.agency}/${work.form}/kiriman`}
        onReload={props.onReload}
      />
    </div>
  )
}
