/**
 * Taking a decision: checked here, asked once more, judged by the server. Whatever it answers, comments stay until they are
 * saved; a newer revision or another's decision is told apart, because then there is something to look at first.
 */
import { useRef, useState } from 'preact/hooks'
import type { LocalDate } from '../../functions/schema/ids.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { isProblem } from '../api/problem.ts'
import { decideReview } from '../api/reviews.ts'
import type { Work } from '../api/work.ts'
import { type Decision, reviewWording as words } from '../wording/review.ts'
import { type ReviewDraft, writtenComments } from './review-draft.ts'

export type Flaws = { readonly comments?: Wording; readonly dueOn?: Wording }
export type DecisionFlow = {
  readonly asking: Decision | undefined
  readonly busy: boolean
  readonly flaws: Flaws
  readonly refusal: unknown
  ask(decision: Decision): void
  confirm(): Promise<void>
  back(): void
}
export type DecisionProps = {
  readonly flow: DecisionFlow
  readonly draft: ReviewDraft
  readonly accepted: boolean
  readonly agencyName: string
  /** Who gets the mail, by name. */
  readonly recipients: readonly string[]
  readonly revision: number
  readonly today: string
  readonly holidays: readonly Holiday[]
  readonly newestHref: string
  readonly onReload: () => void
}
type Parts = {
  readonly work: Work
  readonly revision: number
  readonly draft: ReviewDraft
  readonly today: LocalDate
  readonly onDecided: (decision: Decision) => void
}

/** What a decision still lacks. */
function flawsOf(decision: Decision, draft: ReviewDraft, today: LocalDate): Flaws {
  if (decision === 'accept') return {}
  const dueOn = draft.dueOn.peek()
  const date = dueOn === '' ? words.needDate : dueOn < today ? words.pastDate : undefined
  return {
    ...(writtenComments(draft).length > 0
      ? {}
      : { comments: decision === 'return' ? words.needComment : words.needReason }),
    ...(date === undefined ? {} : { dueOn: date }),
  }
}

export function useDecision({ work, revision, draft, today, onDecided }: Parts): DecisionFlow {
  const [asking, setAsking] = useState<Decision>()
  const [busy, setBusy] = useState(false)
  const [flaws, setFlaws] = useState<Flaws>({})
  const [refusal, setRefusal] = useState<unknown>()
  // Two clicks may come before the first one's render.
  const sending = useRef(false)
  return {
    asking,
    busy,
    flaws,
    refusal,
    ask: (decision) => {
      setFlaws({})
      setRefusal(undefined)
      setAsking(decision)
    },
    confirm: async () => {
      if (asking === undefined || sending.current) return
      const found = flawsOf(asking, draft, today)
      setFlaws(found)
      if (found.comments !== undefined) return document.getElementById('reviu-umum')?.focus()
      if (found.dueOn !== undefined) return document.getElementById('reviu-batas')?.focus()
      sending.current = true
      setBusy(true)
      const due = asking === 'accept' ? {} : { dueOn: draft.dueOn.peek() }
      try {
        await decideReview(work, { revision, decision: asking, comments: writtenComments(draft), ...due })
        await draft.clear()
        onDecided(asking)
      } catch (error) {
        setRefusal(error)
      }
      sending.current = false
      setBusy(false)
      setAsking(undefined)
    },
    back: () => setAsking(undefined),
  }
}

/** Another came first: the agency with a newer revision, or a colleague with a decision. */
export function overtakenBy(refusal: unknown): 'revision' | 'decision' | undefined {
  if (!isProblem(refusal, 'review-invalid')) return undefined
  if (refusal.body.reason === 'old-revision') return 'revision'
  return refusal.body.reason === 'already-decided' || refusal.body.reason === 'not-accepted' ? 'decision' : undefined
}
