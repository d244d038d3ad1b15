/**
 * All errors in one place above the form, each a link that opens the row it stands in and puts the focus into its field.
 * It takes the focus after a check that found something.
 */
import { useEffect, useRef } from 'preact/hooks'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { problemCount, errorSummaryWording as words } from '../../wording/error-summary.ts'
import { say } from '../../wording/language.ts'

import { focusPointer } from '../focus-pointer.ts'
import { type FormModel, rowAt, useForm } from '../form-model.ts'
import type { FormError } from '../model/find-errors.ts'
import { elementId } from '../model/place.ts'

const shownErrors = 20

/** `attempt` counts the checks that found errors; 0 = none yet. */
export function ErrorSummary({ attempt }: { attempt: number }) {
  const model = useForm()
  const place = useRef<HTMLElement>(null)
  const errors = model.errors.value
  useEffect(() => {
    if (attempt > 0) place.current?.focus()
  }, [attempt])
  if (attempt === 0 || errors.length === 0) return null
  return (
    <section ref={place} class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{say(words.summaryTitle)}</h2>
      <p>{say(problemCount(errors.length))}</p>
      <List errors={errors.slice(0, shownErrors)} model={model} />
      {errors.length > shownErrors && (
        <details>
          <summary>{say(words.more)}</summary>
          <List errors={errors.slice(shownErrors)} model={model} />
        </details>
      )}
    </section>
  )
}

function List({ errors, model }: { errors: readonly FormError[]; model: FormModel }) {
  return (
    <ul>
      {errors.map(({ pointer, text }) => {
        const at = rowAt(model, pointer)
        return (
          <li key={pointer + text}>
            <a
              href={`#${elementId(pointer)}`}
              onClick={(event) => {
                event.preventDefault()
                focusPointer(model, pointer)
              }}
            >
              {at !== undefined && `${say(rowLabel(at.table, at.row, at.index, model.context.value))}: `}
              {text}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
