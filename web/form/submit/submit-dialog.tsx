/** The last look before sending: how many rows, how complete, which sums, which warnings nobody has explained, and the declaration. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { problemWords } from '../../../functions/rules/problem-counts.ts'
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import { rowCount, totalsOf } from '../../../functions/schema/answers/totals.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { useFocusBack } from '../../controls/focus-back.ts'
import { TotalsList } from '../../receipt/totals-list.tsx'
import { say } from '../../wording/language.ts'
import { submitDialogWording as dialog, unansweredWords, unexplainedWords } from '../../wording/submit-dialog.ts'
import { completenessWords, workWording } from '../../wording/work.ts'
import { useForm } from '../form-model.ts'
import { declarationOf } from '../head/head-parts.ts'
import { problemsNow } from '../model/problems-now.ts'
import type { Submission } from './use-submission.ts'

/** Drawn only while a sending waits for the person's word. `open`: the window may close before it is given. */
export function SubmitDialog({ submission, open }: { submission: Submission; open: boolean }) {
  const model = useForm()
  const place = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const declaration = declarationOf(model.definition)
  // Given anew with each sending.
  const [declared, setDeclared] = useState(declaration === undefined)
  useFocusBack()
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
  const { counts } = problemsNow(model)
  const { replies } = model
  const unanswered = replies?.comments.filter(({ index }) => !replies.latest.value.has(index)) ?? []
  const warnings = counts.explain
  const toWarnings = () => {
    place.current?.close()
    document.getElementById('temuan')?.focus()
  }
  return (
    <dialog ref={place} aria-labelledby="submit-title" onClose={back}>
      <h2 ref={title} id="submit-title" tabIndex={-1}>
        {say(dialog.readyTitle)}
      </h2>
      <p>{say(dialog.ready)}</p>
      {warnings > 0 && (
        <p class="panel warning">
          <strong>{say(unexplainedWords(warnings))}</strong> {say(dialog.unexplained)}
        </p>
      )}
      {unanswered.length > 0 && (
        <div class="panel warning">
          <p>
            <strong>{say(unansweredWords(unanswered.length))}</strong>
          </p>
          <ul>
            {unanswered.map(({ index, text }) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>{say(dialog.rows)}</dt>
          <dd>{rowCount(model.definition, answers, model.context.value)}</dd>
        </div>
        <div>
          <dt>{say(workWording.completeness)}</dt>
          <dd>{measured && say(completenessWords(measured.completeness.answered, measured.completeness.expected))}</dd>
        </div>
      </dl>
      {counts.empty > 0 && (
        <p class="panel warning">
          <strong>{say(problemWords({ ...counts, explain: 0 }))}.</strong> {say(dialog.notYet)}
        </p>
      )}
      <TotalsList totals={totalsOf(model.definition, answers, model.context.value)} definition={model.definition} />
      {declaration !== undefined && <Declaration field={declaration} given={declared} give={setDeclared} />}
      {!open && <p class="panel bad">{say(workWording.closed)}</p>}
      <div class="cluster">
        <button type="button" class="button main" disabled={!open || !declared} onClick={() => void submission.send()}>
          {say(warnings > 0 ? dialog.sendAnyway : dialog.send)}
        </button>
        {warnings > 0 && (
          <button type="button" class="button" onClick={toWarnings}>
            {say(dialog.explain)}
          </button>
        )}
        <button type="button" class="button" onClick={back}>
          {say(dialog.back)}
        </button>
      </div>
    </dialog>
  )
}

type DeclarationProps = { readonly field: Field; readonly given: boolean; readonly give: (given: boolean) => void }

function Declaration({ field, given, give }: DeclarationProps) {
  const model = useForm()
  const [choice] = choicesOf(field, model.context.value)
  if (choice === undefined) return null
  return (
    <fieldset class="field">
      <legend class="label">{say(field.label)}</legend>
      {field.hint !== undefined && (
        <p class="hint" id="declaration-hint">
          {say(field.hint)}
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={given}
          aria-describedby={field.hint && 'declaration-hint'}
          onChange={(event) => {
            const { checked } = event.currentTarget
            model.set({ field: field.id }, checked ? choice.value : undefined)
            give(checked)
          }}
        />
        <span>{say(choice.label)}</span>
      </label>
    </fieldset>
  )
}
