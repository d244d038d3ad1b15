/** Many choices: a button that says what is chosen and opens a dialog with checkboxes and, for long lists, a search. */
import { useRef, useState } from 'preact/hooks'
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import type { Choice, Field, ReferenceEntry } from '../../../functions/schema/form.ts'
import { choicesWording } from '../../wording/choices.ts'
import { comboWording } from '../../wording/combo.ts'
import { fieldWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { chosenValues, inListOrder } from '../model/chosen-values.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'
import './choices-input.css'

const searchFrom = 9

type ChoicesField = Extract<Field, { type: 'choices' }>

export function ChoicesInput(props: InputProps<ChoicesField>) {
  const model = useForm()
  const { field, place, value, compact, id } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const choices = choicesOf(field, model.context.value)
  const chosen = chosenValues(field, value, model.context.value)
  // A pasted text that names no choice stays in sight until something is chosen.
  const text = typeof value === 'string' ? value : undefined
  const names = chosen.map((each) => nameOf(choices, each))
  const summary = text ?? (names.join(', ') || `${say(choicesWording.chooseMany)}…`)
  const shown = compact && names.length > 1 ? `${names.length} ${say(choicesWording.chosen)}` : summary
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
        <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={() => setOpen(false)}>
          <h2 id={`${id}-title`}>{say(field.label)}</h2>
          {field.hint !== undefined && <p class="hint">{say(field.hint)}</p>}
          <Boxes field={field} chosen={chosen} take={(next) => model.set(place, next)} />
          <p class="dialog-foot">
            <button type="button" class="button main" onClick={() => dialog.current?.close()}>
              {say(choicesWording.done)}
            </button>
          </p>
        </dialog>
      )}
    </>
  )
}

type BoxesProps = {
  readonly field: ChoicesField
  readonly chosen: readonly string[]
  readonly take: (chosen: string[]) => void
}

/** Choices keep the list's order, whatever order they were ticked in. */
function Boxes({ field, chosen, take }: BoxesProps) {
  const context = useForm().context.value
  const [search, setSearch] = useState('')
  const listed = choicesOf(field, context)
  // What is in no list can be taken out too, and put back as long as the dialog is open.
  const [strange] = useState(() => chosen.filter((value) => !listed.some((choice) => choice.value === value)))
  const choices = [...strange.map(strangeChoice), ...listed]
  const shown = choices.filter((choice) => fits(choice, search))
  const has = new Set(chosen)
  const setTo = (values: readonly string[], on: boolean) => {
    const next = new Set(has)
    for (const value of values) on ? next.add(value) : next.delete(value)
    take(inListOrder(field, [...next], context))
  }
  return (
    <>
      {choices.length >= searchFrom && (
        <div class="field">
          <label class="label">
            {say(choicesWording.search)}
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
          {say(choicesWording.all)}
        </button>
        <button type="button" class="button small" onClick={() => take([])}>
          {say(words.none)}
        </button>
        <span role="status">
          {chosen.length} {say(choicesWording.chosen)}
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
            <span>
              {field.ordered === true && has.has(value) && `${chosen.indexOf(value) + 1}. `}
              {say(label)}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p>{say(choicesWording.noMatch)}</p>}
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

function strangeChoice(value: string): Choice {
  const { id, en } = comboWording.unknown
  return { value, label: { id: `${value} (${id})`, en: `${value} (${en})` } }
}

function nameOf(choices: readonly Choice[], value: string): string {
  const choice = choices.find((each) => each.value === value)
  return choice === undefined ? value : say(choice.label)
}
