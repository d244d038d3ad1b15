/**
 * A field as a block, GOV.UK's way: label, what it means, the error, comments of a returned submission, the input. Hint,
 * error and comments are tied to the input, so a screen reader says them with it.
 */

import { isDemanded } from '../../../functions/schema/answers/demanded.ts'
import type { Settled } from '../../../functions/schema/answers/settled.ts'
import type { Cells } from '../../../functions/schema/answers.ts'
import { kindOf } from '../../../functions/schema/fields/kinds.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { drawn } from '../../shell/calm.ts'
import { later } from '../../shell/later.tsx'
import { cutTextWords, fieldWording } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { longLocalDate } from '../../wording/moments.ts'
import { useForm } from '../form-model.ts'
import { elementId, type Place, pointerOf } from '../model/place.ts'
import { lastRead } from '../model/reader.ts'
import { RepliesAt } from '../review/later-replies.ts'
import { Absences } from './absences.tsx'
import { isGroup } from './choice-input.tsx'
import { isSuggested, lookOf } from './field-looks.ts'
import type { InputProps } from './input-props.ts'
import { ValueInput } from './value-input.tsx'

/** `cells` as typed, with computed ones worked out; `settled`: what is in force around it. */
export type FieldBlockProps = {
  readonly field: Field
  readonly place: Place
  readonly cells: Cells
  readonly settled: Settled
}

export function FieldBlock({ field: plain, place, cells, settled }: FieldBlockProps) {
  const model = useForm()
  const field = settled.ruled?.now(plain) ?? plain
  if (field.type === 'computed' && field.note === true) return <StandingNote field={field} />
  const locked = settled.ruled?.locked.has(field.id) === true
  const pointer = pointerOf(place)
  const id = elementId(pointer)
  const errors = model.errorsAt.value.get(pointer) ?? []
  const comments = model.comments.get(pointer) ?? []
  const found = model.found.value.at.get(pointer)
  const Findings = model.checks.value?.Findings
  const describedBy = [
    field.hint === undefined ? '' : `${id}-hint`,
    errors.length === 0 ? '' : `${id}-error`,
    comments.length === 0 ? '' : `${id}-comment`,
  ]
    .filter((each) => each !== '')
    .join(' ')
  const props: InputProps = {
    field,
    place,
    value: cells[field.id],
    id,
    compact: false,
    invalid: errors.length > 0,
    describedBy: describedBy === '' ? undefined : describedBy,
  }
  const group = isGroup(field, model) && !isSuggested(field, model)
  const optional = field.type !== 'computed' && !locked && !isDemanded(field, settled)
  const label = (
    <>
      {say(field.label)} {optional && <span class="optional">{say(fieldWording.optional)}</span>}
    </>
  )
  const body = (
    <>
      {field.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {say(field.hint)}
        </p>
      )}
      <Messages id={id} errors={errors} comments={comments} />
      {comments.length > 0 && model.replies !== undefined && <RepliesAt replies={model.replies} pointer={pointer} />}
      {found !== undefined && Findings !== undefined && <Findings model={model} findings={found} />}
      <div class={`input ${field.type}`}>
        {locked ? <Locked {...props} /> : <ValueInput {...props} />}
        {unitOf(field)}
        {field.type === 'date' && !locked && <DateHelp field={field} place={place} value={cells[field.id]} />}
      </div>
      {model.cut.value?.pointer === pointer && (
        <p class="error-text" role="status">
          {say(cutTextWords(model.cut.value.letters))}
        </p>
      )}
      {settled.ruled?.doubted.has(field.id) && <Doubt field={field} />}
      {lastRead.value?.pointer === pointer && <ReadAs />}
      {!locked && <Absences {...props} />}
    </>
  )
  const look = errors.length === 0 ? 'field' : 'field wrong'
  if (group) {
    return (
      <fieldset class={look}>
        <legend class="label">{label}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div class={look}>
      <label class="label" for={id}>
        {label}
      </label>
      {body}
    </div>
  )
}

/** Of forms with rules of their own only. */
const Locked = later(async () => (await import('./ruled-parts.tsx')).Locked)
const Doubt = later(async () => (await import('./ruled-parts.tsx')).Doubt)
const StandingNote = later(async () => (await import('./ruled-parts.tsx')).StandingNote)
const CalendarButton = later(async () => (await import('../../controls/calendar-button.tsx')).CalendarButton, drawn)

/** The date in words beside what was typed, and a month to choose from. */
function DateHelp({ field, place, value }: Pick<InputProps, 'field' | 'place' | 'value'>) {
  const model = useForm()
  const date = typeof value === 'string' ? value : ''
  return (
    <>
      <CalendarButton label={say(field.label)} value={date} onPick={(picked) => model.set(place, picked)} />
      <span class="date-words">{/^\d{4}-\d{2}-\d{2}$/.test(date) && longLocalDate(date)}</span>
    </>
  )
}

/** Errors and comments of one pointer. */
export function Messages({
  id,
  errors,
  comments,
}: {
  id: string
  errors: readonly string[]
  comments: readonly string[]
}) {
  return (
    <>
      {errors.length > 0 && (
        <p class="error-text" id={`${id}-error`}>
          {errors.join(' ')}
        </p>
      )}
      {comments.length > 0 && (
        <p class="comment" id={`${id}-comment`}>
          <strong>{say(fieldWording.comment)}:</strong> {comments.join(' ')}
        </p>
      )}
    </>
  )
}

function unitOf(field: Field) {
  const unit = field.type === 'computed' || lookOf(field).unitInside ? undefined : kindOf(field).unit?.(field)
  return unit === undefined ? null : <span class="unit">{say(unit)}</span>
}

/** How the last typed text was taken, where it is not stored letter for letter. */
export function ReadAs() {
  return (
    <p class="hint" role="status">
      {lastRead.value?.notices.map(({ message }) => say(message)).join(' ')}
    </p>
  )
}
