/** The foot of the form, always in sight: where the work lies, how complete it is, and the one thing to do next. */
import { later } from '../../shell/later.tsx'
import { say } from '../../wording/language.ts'
import { submitWording as words } from '../../wording/submit.ts'
import { completenessWords, workWording } from '../../wording/work.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import { SavedNote } from '../draft/saved-note.tsx'
import { useForm } from '../form-model.ts'
import type { Submission } from './use-submission.ts'

const ProblemsNote = later(async () => (await import('./problems-note.tsx')).ProblemsNote)
const UnansweredNote = later(async () => (await import('../review/unanswered-note.tsx')).UnansweredNote)

export type SubmitBarProps = {
  readonly session: DraftSession
  readonly submission: Submission
  readonly open: boolean
}

export function SubmitBar({ session, submission, open }: SubmitBarProps) {
  const model = useForm()
  const completeness = model.completeness.value?.completeness
  const state = submission.state.value
  return (
    <div class="submit-bar">
      <div class="bar-words">
        <SavedNote session={session} />
        <p>
          {say(workWording.completeness)}:{' '}
          <strong>
            {completeness === undefined ? '…' : say(completenessWords(completeness.answered, completeness.expected))}
          </strong>
        </p>
        {model.problems.value !== undefined && <ProblemsNote problems={model.problems.value} />}
        {model.replies !== undefined && <UnansweredNote replies={model.replies} />}
        {!open && <p id="ditutup">{say(workWording.closed)}</p>}
      </div>
      <button
        type="submit"
        class="button main"
        disabled={!open || state !== 'idle'}
        aria-describedby={open ? undefined : 'ditutup'}
      >
        {state === 'idle' || state === 'confirming'
          ? say(words.check)
          : say(state === 'sending' ? words.sending : words.checking)}
      </button>
    </div>
  )
}
