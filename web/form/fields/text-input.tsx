/** Free text and links. The browser helps where it can: telephone keypad, address book. */
import type { Field } from '../../../functions/schema/form.ts'
import { useForm } from '../form-model.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'

const purposes = { tel: 'tel', email: 'email', name: 'name' } as const

export function TextInput(props: InputProps<Extract<Field, { type: 'text' | 'url' }>>) {
  const model = useForm()
  const { field, place, value, compact } = props
  const text = typeof value === 'string' ? value : ''
  const shared = {
    ...sharedAttributes(props),
    value: text,
    // A text that is too long is cut by the model, which says so.
    onInput: (event: { currentTarget: { value: string } }) => model.set(place, event.currentTarget.value),
  }
  if (field.type === 'text' && field.multiline === true) return <textarea {...shared} rows={compact ? 2 : 4} />
  const purpose = field.type === 'text' ? field.purpose : undefined
  const type = field.type === 'url' ? 'url' : purpose === undefined || purpose === 'name' ? 'text' : purpose
  const autocomplete = purpose === undefined ? ('off' as const) : purposes[purpose]
  // All four kinds take the same attributes; the types of JSX want to know which one it is.
  return <input {...shared} type={type as 'text'} class="text-input" autocomplete={autocomplete} />
}
