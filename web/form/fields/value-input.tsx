/** The input for a field, by its type. The only place that knows which kind of input answers which type. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { later } from '../../shell/later.tsx'
import { fieldWording } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { ChoiceInput } from './choice-input.tsx'
import type { InputProps } from './input-props.ts'
import { DateInput, TextInput } from './text-input.tsx'
import { isSuggested, TypedInput } from './typed-input.tsx'

/** No header asks for many choices: it comes with the table's cells, or with a row's edit view. */
const ChoicesInput = later(async () => (await import('./choices-input.tsx')).ChoicesInput)

export function ValueInput(props: InputProps) {
  const model = useForm()
  const { field } = props
  switch (field.type) {
    case 'text':
      return isSuggested(field, model) ? <TypedInput {...props} /> : <TextInput {...props} field={field} />
    case 'url':
      return <TextInput {...props} field={field} />
    case 'integer':
    case 'rupiah':
    case 'decimal':
      return <TypedInput {...props} />
    case 'date':
      return <DateInput {...props} field={field} />
    case 'choice':
      return isSuggested(field, model) ? <TypedInput {...props} /> : <ChoiceInput {...props} field={field} />
    case 'choices':
      return <ChoicesInput {...props} field={field} />
    case 'computed':
      return (
        <output id={props.id} aria-label={props.label} class="computed">
          {formatValue(field, props.value, language.value, model.context.value) || '–'}
          {!props.compact && <small> {say(fieldWording.computed)}</small>}
        </output>
      )
  }
}
