/**
 * All that stands between the form and being sent, above it: each line a link that opens the row it stands in and puts the focus
 * into its cell. It takes the focus after a check that found something.
 */
import { useEffect, useRef } from 'preact/hooks'
import { problemWords } from '../../../functions/rules/problem-counts.ts'
import type { Problem } from '../../../functions/rules/problems.ts'
import { errorSummaryWording as words } from '../../wording/error-summary.ts'
import { say } from '../../wording/language.ts'
import { focusPointer } from '../focus-pointer.ts'
import { type FormModel, useForm } from '../form-model.ts'
import { elementId } from '../model/place.ts'
import { problemsNow } from '../model/problems-now.ts'
import '../../controls/error-summary.css'

const shownLines = 20

/** `attempt` counts the checks that found errors; 0 = none yet. */
export function ErrorSummary({ attempt }: { attempt: number }) {
  const model = useForm()
  const place = useRef<HTMLElement>(null)
  const { lines, counts } = problemsNow(model)
  useEffect(() => {
    if (attempt > 0) place.current?.focus()
  }, [attempt])
  if (attempt === 0 || model.errors.value.length === 0) return null
  return (
    <section ref={place} class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{say(words.summaryTitle)}</h2>
      <p>
        {say(problemWords(counts))}. {say(words.choose)}
      </p>
      <List lines={lines.slice(0, shownLines)} model={model} />
      {lines.length > shownLines && (
        <details>
          <summary>{say(words.more)}</summary>
          <List lines={lines.slice(shownLines)} model={model} />
        </details>
      )}
    </section>
  )
}

function List({ lines, model }: { lines: readonly Problem[]; model: FormModel }) {
  return (
    <ul>
      {lines.map(({ kind, pointer, label }) => (
        <li key={`${kind} ${pointer} ${label.id}`}>
          <a
            href={`#${elementId(pointer)}`}
            onClick={(event) => {
              event.preventDefault()
              focusPointer(model, pointer)
            }}
          >
            {say(label)}
          </a>
        </li>
      ))}
    </ul>
  )
}
