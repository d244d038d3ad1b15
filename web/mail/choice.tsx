/** One choice of a filter: everything, or one thing of a list. */
import { say } from '../wording/language.ts'
import { mailWording as words } from '../wording/mail-desk.ts'

type ChoiceProps = {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly { value: string; label: string }[]
  readonly onChoose: (value: string) => void
}

export function Choice({ id, label, value = '', options, onChoose }: ChoiceProps) {
  return (
    <div>
      <label class="label" for={`saring-${id}`}>
        {label}
      </label>
      <select id={`saring-${id}`} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{say(words.all)}</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  )
}
