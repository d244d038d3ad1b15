/**
 * A submission as its reviewer sees it: the same answers, with a comment to be put at each, and the decision always in sight. Drawn
 * for a coordinator whose turn it is; the comments wait on this device until the decision is saved.
 */
import { computed, type ReadonlySignal } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { addWorkingDays } from '../../functions/rules/working-days.ts'
import type { RoundView } from '../api/rounds.ts'
import type { Work } from '../api/work.ts'
import { me, zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { notesOf, type Said } from '../submission/sheet/notes.ts'
import type { Commenting } from '../submission/sheet/sheet.ts'
import { SheetView } from '../submission/sheet/sheet-view.tsx'
import type { SheetSource } from '../submission/sheet-source.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { carriedFrom, type Decision } from '../wording/review.ts'
import { DecisionBar } from './decision-bar.tsx'
import { openReviewDraft, type ReviewDraft, type ReviewWritten } from './review-draft.ts'
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
  readonly source: SheetSource | undefined
  readonly onDecided: (decision: Decision) => void
  readonly onReload: () => void
}

export function ReviewDesk(props: ReviewDeskProps) {
  const { work, revision, view } = props
  const [draft, setDraft] = useState<ReviewDraft>()
  const onPage = useRef<() => ReviewWritten>(undefined)
  const agency = view.agencies.find(({ id }) => id === work.agency)
  const today = localDateAt(presentInstant(), zone.value)
  useEffect(() => {
    const dueOn = addWorkingDays(today, suggestedDays, view, agency?.workingWeek ?? 5)
    void openReviewDraft(me.peek()?.id ?? '', work, { revision, dueOn, written: onPage.current?.() }).then((opened) => {
      onPage.current = () => ({ revision, comments: opened.comments.peek(), dueOn: opened.dueOn.peek() })
      setDraft(opened)
    })
  }, [revision])
  if (draft === undefined) return null
  return (
    <OpenedDesk key={revision} {...props} draft={draft} today={today} agencyName={agency ? say(agency.name) : ''} />
  )
}

type OpenedProps = ReviewDeskProps & { draft: ReviewDraft; today: string; agencyName: string }

function OpenedDesk({ work, revision, accepted, view, source, draft, ...props }: OpenedProps) {
  const flow = useDecision({ work, revision, draft, today: props.today, onDecided: props.onDecided })
  const commenting = useMemo(() => commentingOf(draft), [draft])
  return (
    <>
      {draft.begunFor !== undefined && <p class="panel warning">{say(carriedFrom(draft.begunFor))}</p>}
      {source !== undefined && (
        <CommentedSheet source={source} draft={draft} commenting={accepted ? undefined : commenting} />
      )}
      <DecisionBar
        flow={flow}
        draft={draft}
        accepted={accepted}
        agencyName={props.agencyName}
        recipients={recipientsOf(view, work.agency)}
        revision={revision}
        today={props.today}
        holidays={view.holidays}
        newestHref={`/putaran/${work.round}/${work.agency}/${work.form}/kiriman`}
        onReload={props.onReload}
      />
    </>
  )
}

type CommentedProps = {
  readonly source: SheetSource
  readonly draft: ReviewDraft
  readonly commenting: Commenting | undefined
}

/** What is written now is a mark at once. */
function CommentedSheet({ source, draft, commenting }: CommentedProps) {
  const notes = useMemo(() => withWritten(source.said, draft), [source.said, draft])
  return <SheetView form={source.form} notes={notes} commenting={commenting} lastRound={source.lastRound} />
}

function withWritten(said: ReadonlySignal<Omit<Said, 'written'>>, draft: ReviewDraft) {
  return computed(() => notesOf({ ...said.value, written: draft.comments.value }))
}

function commentingOf(draft: ReviewDraft): Commenting {
  return {
    textAt: (pointer) => draft.comments.value.find((each) => each.pointer === pointer)?.text ?? '',
    write: draft.write,
  }
}

/** As the mail of a decision goes: to the operators and the head who are in office. */
function recipientsOf({ people }: RoundView, agencyId: string): readonly string[] {
  return people
    .filter(({ disabled, role, agencyIds }) => {
      return !disabled && (role === 'operator' || role === 'verifier') && agencyIds.includes(agencyId)
    })
    .map(({ name }) => name)
}
