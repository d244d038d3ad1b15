/** What only forms with rules of their own show: what may not be changed, notes that come and go, headings of groups. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import type { InputProps } from './input-props.ts'

/** An answer that the form keeps from being changed. */
export function Locked({ id, field, value }: InputProps) {
  const { context } = useForm()
  return (
    <output id={id} class="computed">
      {formatValue(field, value, language.value, context.value) || '–'}
    </output>
  )
}

/** What the form's own rule doubts: said, and no hindrance. */
export function Doubt({ field }: { readonly field: Field }) {
  const message = field.rules?.constraint?.message
  return (
    <p class="panel warning" role="status">
      {message !== undefined && say(message)}
    </p>
  )
}

export function StandingNote({ field }: { readonly field: Field }) {
  return <p class="panel">{say(field.label)}</p>
}

/** The headings of the groups that begin with this field. */
export function Headings({ field, before }: { readonly field: Field; readonly before: Field | undefined }) {
  const { under = [] } = field
  const first = under.findIndex(({ id }, depth) => before?.under?.[depth]?.id !== id)
  return <>{first >= 0 && under.slice(first).map((heading) => <h3 key={heading.id}>{say(heading)}</h3>)}</>
}
