/** The last look before sending: how many rows, how complete, which sums. */
import { useEffect, useRef } from 'preact/hooks'
import { rowCount, totalsOf } from '../../../functions/schema/answers/totals.ts'
import { TotalsList } from '../../receipt/totals-list.tsx'
import { say } from '../../wording/language.ts'
import { submitWording as words } from '../../wording/submit.ts'
import { completenessWords } from '../../wording/work.ts'
import { useForm } from '../form-model.ts'
import type { Submission } from './use-submission.ts'

/** Drawn only while a sending waits for the person's word. */
export function SubmitDialog({ submission }: { submission: Submission }) {
  const model = useForm()
  const place = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    place.current?.showModal()
    // Otherwise the first button takes the focus and a long dialog opens at its end.
    title.current?.focus()
  }, [])
  const measured = model.completeness.value
  const answers = model.answers.value
  const back = () => {
    if (submission.state.peek() === 'confirming') submission.state.value = 'idle'
  }
  return (
    <dialog ref={place} aria-labelledby="submit-title" onClose={back}>
      <h2 ref={title} id="submit-title" tabIndex={-1}>
        {say(words.readyTitle)}
      </h2>
      <p>{say(words.ready)}</p>
      <dl class="facts">
        <div>
          <dt>{say(words.rows)}</dt>
          <dd>{rowCount(model.definition, answers)}</dd>
        </div>
        <div>
          <dt>{say(words.completeness)}</dt>
          <dd>{measured && say(completenessWords(measured.completeness.answered, measured.completeness.expected))}</dd>
        </div>
      </dl>
      {measured !== undefined && measured.missing.length > 0 && <p class="panel warning">{say(words.notYet)}</p>}
      <TotalsList totals={totalsOf(model.definition, answers)} definition={model.definition} />
      <div class="cluster">
        <button type="button" class="button main" onClick={() => void submission.send()}>
          {say(words.send)}
        </button>
        <button type="button" class="button" onClick={back}>
          {say(words.back)}
        </button>
      </div>
    </dialog>
  )
}
