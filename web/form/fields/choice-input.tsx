/**
 * One choice: a checkbox where there is only one thing to confirm, radios where all fit at a glance, a menu where they do
 * not or in a table. Absences stand among the choices, since they are answers too.
 */
import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import type { Absence, Field } from '../../../functions/schema/form.ts'
import { formatAbsence } from '../../../functions/schema/formats.ts'
import { fieldWording } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { type FormModel, useForm } from '../form-model.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'

type ChoiceField = Extract<Field, { type: 'choice' }>
type Option = { readonly value: string; readonly name: string }

/** Marks an absence among the values of a menu; no choice's value begins so. */
const absenceMark = '~'

/** Are the choices drawn as a group of buttons, which needs a legend instead of a label? */
export function isGroup(field: Field, model: FormModel): boolean {
  return field.type === 'choice' && optionsOf(field, model).length <= 6
}

export function ChoiceInput(props: InputProps<ChoiceField>) {
  const model = useForm()
  const { field, place, value, compact } = props
  const options = optionsOf(field, model)
  const absence = absenceOf(value)
  const current = absence === undefined ? (typeof value === 'string' ? value : '') : absenceMark + absence
  const take = (chosen: string) => {
    const absent = chosen.startsWith(absenceMark)
    model.set(place, chosen === '' ? undefined : absent ? { absent: chosen.slice(1) as Absence } : chosen)
  }
  if (!compact && isGroup(field, model)) return <Buttons {...props} options={options} current={current} take={take} />
  return (
    <select {...sharedAttributes(props)} value={current} onChange={(event) => take(event.currentTarget.value)}>
      <option value="">{compact ? '' : say(fieldWording.choose)}</option>
      {options.map(({ value: each, name }) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
      {current !== '' && !options.some((option) => option.value === current) && (
        <option value={current}>{current}</option>
      )}
    </select>
  )
}

type ButtonsProps = InputProps<ChoiceField> & {
  readonly options: readonly Option[]
  readonly current: string
  readonly take: (chosen: string) => void
}

function Buttons({ field, place, id, invalid, describedBy, options, current, take }: ButtonsProps) {
  // A list of the city that happens to have one entry is still a choice, not something to confirm.
  const single = options.length === 1 && !('reference' in field.choices)
  const group = `${id}-${place.rowKey ?? 'header'}`
  return (
    <>
      {options.map(({ value, name }, index) => (
        <label key={value} class="check">
          <input
            id={index === 0 ? id : `${id}-${index}`}
            type={single ? 'checkbox' : 'radio'}
            name={group}
            value={value}
            checked={current === value}
            aria-invalid={invalid || undefined}
            aria-describedby={index === 0 ? describedBy : undefined}
            onChange={(event) => take(event.currentTarget.checked ? value : '')}
          />
          <span>{name}</span>
        </label>
      ))}
      {!single && current !== '' && field.required !== true && (
        <button type="button" class="link" onClick={() => take('')}>
          {say(fieldWording.none)}
        </button>
      )}
    </>
  )
}

function optionsOf(field: ChoiceField, model: FormModel): readonly Option[] {
  const choices = choicesOf(field, model.context.value).map(({ value, label }) => ({ value, name: say(label) }))
  const absences = (field.absences ?? []).map((absence) => ({
    value: absenceMark + absence,
    name: formatAbsence(absence, language.value),
  }))
  return [...choices, ...absences]
}
