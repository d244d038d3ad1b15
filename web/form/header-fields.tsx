/** The header of the form: fields answered once, shown while their condition holds. */
import { settleHeader } from '../../functions/schema/answers/settle-cells.ts'
import { FieldBlock } from './fields/field-block.tsx'
import { useForm } from './form-model.ts'

export function HeaderFields() {
  const { definition, answers, context } = useForm()
  const typed = answers.value.fields
  const settled = settleHeader(definition, answers.value, context.value)
  const { cells, visible } = settled
  return (
    <section class="form-header">
      {definition.fields
        .filter(({ id }) => visible.has(id))
        .map((field) => (
          <FieldBlock
            key={field.id}
            field={field}
            place={{ field: field.id }}
            // Settled text is trimmed; the input must show what is typed.
            cells={field.type === 'computed' ? cells : typed}
            settled={settled}
          />
        ))}
    </section>
  )
}
