/** One question and its answer as a line of a list; the answer is the way to its place. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Value } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language, say } from '../../wording/language.ts'
import { submissionWording } from '../../wording/submission.ts'
import { markOf, noNotes } from './notes.ts'
import type { Sheet } from './sheet.ts'

type Props = {
  readonly sheet: Sheet
  readonly field: Field
  readonly pointer: string
  readonly value: Value | undefined
  /** Of the button, where the place is looked for by its id. */
  readonly id?: string
}

export function PlaceLine({ sheet, field, pointer, value, id }: Props) {
  const mark = markOf(sheet.notes.value.get(pointer) ?? noNotes)
  const text = formatValue(field, value, language.value, sheet.form.context)
  return (
    <div class={mark?.look}>
      <dt>{say(field.label)}</dt>
      <dd>
        <button id={id} type="button" class="place" onClick={() => sheet.open(pointer, true)}>
          {mark !== undefined && <b aria-hidden="true">{mark.signs} </b>}
          {text === '' ? <span class="hint">{say(submissionWording.notAnswered)}</span> : text}
          <span class="unseen">
            {' '}
            ({say(field.label)}
            {mark !== undefined && `, ${mark.text}`})
          </span>
        </button>
      </dd>
    </div>
  )
}
