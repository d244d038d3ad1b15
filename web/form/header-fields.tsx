/** The header of the form: fields answered once, shown while their condition holds. */
import { settleCells } from '../../functions/schema/answers/settle-cells.ts'
import { FieldBlock } from './fields/field-block.tsx'
import { useForm } from './form-model.ts'

export function HeaderFields() {
  const { definition, answers } = useForm()
  const typed = answers.value.fields
  const { cells, visible, scope } = settleCells(definition.fields, typed)
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
            scope={scope}
          />
        ))}
    </section>
  )
}
