/** One choice of a list; its value is stored. */
import type * as zod from 'zod'
import { choiceOf } from '../answers/choices.ts'
import type { FieldKind } from './field-kind.ts'
import type { ShapeParts } from './shape.ts'

export const choiceShape = ({ z, common, choices }: ShapeParts) =>
  z.object({ ...common, type: z.literal('choice'), choices })

const expects = { id: 'satu pilihan dari daftar', en: 'one choice from the list' }

export const choice: FieldKind<zod.infer<ReturnType<typeof choiceShape>>> = {
  stored: 'text',
  expects,
  answers: (field, typed, context) => choiceOf(field, typed, context) !== undefined,
  read: (field, typed, { context, by }) => by.readChoice(field, typed, false, context),
  judge: (field, parts) => parts.by.choiceJudge(field, expects, parts),
  format: (field, value, { language, context }) =>
    choiceOf(field, String(value), context)?.label[language] ?? String(value),
}
