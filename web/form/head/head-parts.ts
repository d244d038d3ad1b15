/** How the head of a form is shown: what is answered is folded, and the declaration stands in the last look before sending. */
import { isDemanded } from '../../../functions/schema/answers/demanded.ts'
import { settleHeader } from '../../../functions/schema/answers/settle-cells.ts'
import type { Field, FormDefinition } from '../../../functions/schema/form.ts'
import { isPersonal, personQuestions } from '../../../functions/schema/personal.ts'
import type { FormModel } from '../form-model.ts'

/** The question that has one answer, without which nothing is sent. */
export function declarationOf({ fields }: FormDefinition): Field | undefined {
  return fields.find(
    (field) =>
      field.type === 'choice' && field.required === true && Array.isArray(field.choices) && field.choices.length === 1,
  )
}

/** Who answers for the data, and all else but the declaration. */
function partsOf(definition: FormDefinition): readonly (readonly Field[])[] {
  const person = personQuestions(definition.fields)
  const who = person.some(isPersonal) ? person : []
  const declared = declarationOf(definition)
  return [who, definition.fields.filter((field) => field !== declared && !who.includes(field))]
}

/** Without the declaration and what is folded. */
export function openFields(definition: FormDefinition, folded: readonly (readonly Field[])[]): readonly Field[] {
  const declared = declarationOf(definition)
  return definition.fields.filter((field) => field !== declared && !folded.some((part) => part.includes(field)))
}

/** Parts in which nothing is missing, nobody has commented, and something is answered. */
export function answeredParts({ definition, answers, context, comments }: FormModel): readonly (readonly Field[])[] {
  const settled = settleHeader(definition, answers.peek(), context.peek())
  const isAnswered = ({ id }: Field) => settled.cells[id] !== undefined
  return partsOf(definition).filter((part) => {
    const asked = part.filter(({ id }) => settled.visible.has(id))
    return (
      asked.some(isAnswered) &&
      asked.every((field) => (isAnswered(field) || !isDemanded(field, settled)) && !comments.has(`/fields/${field.id}`))
    )
  })
}
