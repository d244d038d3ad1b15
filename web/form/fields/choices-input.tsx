/** Many choices: a button that says what is chosen and opens a dialog with checkboxes and, for long lists, a search. */
import { useRef, useState } from 'preact/hooks'
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import type { Choice, Field, ReferenceEntry } from '../../../functions/schema/form.ts'
import { fieldWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'

const searchFrom = 9

type ChoicesInputProps = InputProps<Extract<Field, { type: 'choices' }>> & { readonly closed?: () => void }

/** `closed` is called when the person is done. */
export function ChoicesInput(props: ChoicesInputProps) {
  const model = useForm()
  const { field, place, value, compact, id } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const choices = choicesOf(field, model.context.value)
  const chosen = Array.isArray(value) ? value : []
  // A pasted text that names no choice stays in sight until something is chosen.
  const text = typeof value === 'string' ? value : undefined
  const names = chosen.map((each) => nameOf(choices, each))
  const summary = text ?? (names.join(', ') || `${say(words.chooseMany)}…`)
  const shown = compact && names.length > 1 ? `${names.length} ${say(words.chosen)}` : summary
  return (
    <>
      <button
        {...sharedAttributes(props)}
        type="button"
        class={compact ? 'choices-button compact' : 'choices-button'}
        aria-haspopup="dialog"
        aria-label={`${props.label ?? say(field.label)}: ${shown}`}
        title={compact ? summary : undefined}
        onClick={() => {
          setOpen(true)
          requestAnimationFrame(() => dialog.current?.showModal())
        }}
      >
        {shown}
      </button>
      {open && (
        <dialog
          ref={dialog}
          aria-labelledby={`${id}-title`}
          onClose={() => {
            setOpen(false)
            props.closed?.()
          }}
        >
          <h2 id={`${id}-title`}>{say(field.label)}</h2>
          {field.hint !== undefined && <p class="hint">{say(field.hint)}</p>}
          <Boxes choices={choices} chosen={chosen} take={(next) => model.set(place, next)} />
          <p class="dialog-foot">
            <button type="button" class="button main" onClick={() => dialog.current?.close()}>
              {say(words.done)}
            </button>
          </p>
        </dialog>
      )}
    </>
  )
}

type BoxesProps = {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly take: (chosen: string[]) => void
}

/** Choices keep the list's order, whatever order they were ticked in. */
function Boxes({ choices, chosen, take }: BoxesProps) {
  const [search, setSearch] = useState('')
  const shown = choices.filter((choice) => fits(choice, search))
  const has = new Set(chosen)
  const setTo = (values: readonly string[], on: boolean) => {
    const next = new Set(has)
    for (const value of values) on ? next.add(value) : next.delete(value)
    const known = choices.map(({ value }) => value).filter((value) => next.has(value))
    take([...known, ...chosen.filter((value) => next.has(value) && !known.includes(value))])
  }
  return (
    <>
      {choices.length >= searchFrom && (
        <div class="field">
          <label class="label">
            {say(words.search)}
            <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
          </label>
        </div>
      )}
      <p class="cluster">
        <button
          type="button"
          class="button small"
          onClick={() =>
            setTo(
              shown.map(({ value }) => value),
              true,
            )
          }
        >
          {say(words.all)}
        </button>
        <button type="button" class="button small" onClick={() => take([])}>
          {say(words.none)}
        </button>
        <span role="status">
          {chosen.length} {say(words.chosen)}
        </span>
      </p>
      <div class="boxes">
        {shown.map(({ value, label }) => (
          <label key={value} class="check">
            <input
              type="checkbox"
              checked={has.has(value)}
              onChange={(event) => setTo([value], event.currentTarget.checked)}
            />
            <span>{say(label)}</span>
          </label>
        ))}
        {shown.length === 0 && <p>{say(words.noMatch)}</p>}
      </div>
    </>
  )
}

function fits(choice: Choice, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return true
  const { aliases = [] } = choice as ReferenceEntry
  return [choice.value, choice.label.id, choice.label.en, ...aliases].some((name) =>
    name.toLowerCase().includes(wanted),
  )
}

function nameOf(choices: readonly Choice[], value: string): string {
  const choice = choices.find((each) => each.value === value)
  return choice === undefined ? value : say(choice.label)
}
