/** Any number of choices of a list, in the order in which they were taken. */
import type * as zod from 'zod'
import { choiceOf } from '../answers/choices.ts'
import type { FieldKind } from './field-kind.ts'
import type { ShapeParts } from './shape.ts'

export const choicesShape = ({ z, common, choices }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('choices'),
    choices,
    minChoices: z.int().optional(),
    /** Put in an order: the first is the first that was taken. */
    ordered: z.boolean().optional(),
  })

const expects = { id: 'pilihan dari daftar', en: 'choices from the list' }

export const choices: FieldKind<zod.infer<ReturnType<typeof choicesShape>>> = {
  stored: 'choices',
  expects,
  answers: () => false,
  read: (field, typed, { context, by }) => by.readChoice(field, typed, true, context),
  judge: (field, parts) => parts.by.choiceJudge(field, expects, parts),
  format: (field, value, { language, context }) =>
    [value]
      .flat()
      .map((each) => choiceOf(field, String(each), context)?.label[language] ?? String(each))
      .join(', '),
}
