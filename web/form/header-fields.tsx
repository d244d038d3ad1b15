/** The header of the form: fields answered once, shown while their condition holds. */
import { Fragment } from 'preact'
import { settleHeader } from '../../functions/schema/answers/settle-cells.ts'
import type { Field } from '../../functions/schema/form.ts'
import { later } from '../shell/later.tsx'
import { FieldBlock } from './fields/field-block.tsx'
import { useForm } from './form-model.ts'

const Headings = later(async () => (await import('./fields/ruled-parts.tsx')).Headings)

/** `only`: of these fields; all where absent. */
export function HeaderFields({ only }: { readonly only?: readonly Field[] }) {
  const { definition, answers, context } = useForm()
  const typed = answers.value.fields
  const settled = settleHeader(definition, answers.value, context.value)
  const { cells, visible } = settled
  const shown = (only ?? definition.fields).filter(({ id }) => visible.has(id))
  return (
    <section class="form-header">
      {shown.map((field, at) => (
        <Fragment key={field.id}>
          {field.under && <Headings field={field} before={shown[at - 1]} />}
          <FieldBlock
            field={field}
            place={{ field: field.id }}
            // Settled text is trimmed; the input must show what is typed.
            cells={field.type === 'computed' ? cells : typed}
            settled={settled}
          />
        </Fragment>
      ))}
    </section>
  )
}
