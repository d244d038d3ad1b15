/** Free text, links and dates. The browser helps where it can: telephone keypad, address book, calendar. */
import { useState } from 'preact/hooks'
import { dateBounds } from '../../../functions/schema/fields/bounds.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { useForm } from '../form-model.ts'
import { valueAt } from '../model/place.ts'
import { type InputProps, sharedAttributes } from './input-props.ts'

const purposes = { tel: 'tel', email: 'email', name: 'name' } as const

export function TextInput(props: InputProps<Extract<Field, { type: 'text' | 'url' }>>) {
  const model = useForm()
  const { field, place, value, compact } = props
  const text = typeof value === 'string' ? value : ''
  const shared = {
    ...sharedAttributes(props),
    value: text,
    maxLength: 5_000,
    onInput: (event: { currentTarget: { value: string } }) => model.set(place, event.currentTarget.value),
  }
  if (field.type === 'text' && field.multiline === true) return <textarea {...shared} rows={compact ? 2 : 4} />
  const purpose = field.type === 'text' ? field.purpose : undefined
  const type = field.type === 'url' ? 'url' : purpose === undefined || purpose === 'name' ? 'text' : purpose
  const autocomplete = purpose === undefined ? ('off' as const) : purposes[purpose]
  // All four kinds take the same attributes; the types of JSX want to know which one it is.
  return <input {...shared} type={type as 'text'} class="text-input" autocomplete={autocomplete} />
}

export function DateInput(props: InputProps<Extract<Field, { type: 'date' }>>) {
  const model = useForm()
  const { field, place, value } = props
  const [typing, setTyping] = useState<string>()
  const row = place.table === undefined ? undefined : rowCells(model, place.table, place.rowKey)
  const { min, max } = dateBounds(field, { header: model.header.value, ...(row ? { row } : {}) }, model.context.value)
  return (
    <input
      {...sharedAttributes(props)}
      type="date"
      min={min?.value}
      max={max?.value}
      value={typing ?? (typeof value === 'string' ? value : '')}
      onInput={(event) => {
        const typed = event.currentTarget.value
        setTyping(typed)
        if (valueAt(model.answers.peek(), place) !== typed) model.set(place, typed)
      }}
      onBlur={() => setTyping(undefined)}
    />
  )
}

function rowCells(model: ReturnType<typeof useForm>, table: string, rowKey: string) {
  return model.answers.peek().rows[table]?.find((row) => row.rowKey === rowKey)?.cells
}
