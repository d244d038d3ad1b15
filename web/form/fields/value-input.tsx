/** The input for a field, as the looks of its type name it. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { FieldOf } from '../../../functions/schema/fields/kinds.ts'
import { later } from '../../shell/later.tsx'
import { fieldWording } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { ChoiceInput } from './choice-input.tsx'
import { isSuggested, lookOf } from './field-looks.ts'
import type { InputProps } from './input-props.ts'
import { SuggestedInput } from './suggested-input.tsx'
import { TextInput } from './text-input.tsx'
import { TypedInput } from './typed-input.tsx'

/** No header asks for many choices: it comes with the table's cells, or with a row's edit view. */
const ChoicesInput = later(async () => (await import('./choices-input.tsx')).ChoicesInput)

export function ValueInput(props: InputProps) {
  const model = useForm()
  const { input } = lookOf(props.field)
  if (isSuggested(props.field, model)) return <SuggestedInput {...props} />
  if (input === 'typed') return <TypedInput {...props} />
  switch (input) {
    case 'text':
      return <TextInput {...(props as InputProps<FieldOf<'text' | 'url'>>)} />
    case 'menu':
      return <ChoiceInput {...(props as InputProps<FieldOf<'choice'>>)} />
    case 'boxes':
      return <ChoicesInput {...(props as InputProps<FieldOf<'choices'>>)} />
    case 'none':
      return (
        <output id={props.id} aria-label={props.label} class="computed">
          {formatValue(props.field, props.value, language.value, model.context.value) || '–'}
          {!props.compact && <small> {say(fieldWording.computed)}</small>}
        </output>
      )
  }
}
