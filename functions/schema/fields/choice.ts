/** One choice of a list; its value is stored. */
import type * as zod from 'zod'
import { choiceOf, choicesOf } from '../answers/choices.ts'
import type { FieldKind } from './field-kind.ts'
import { sound } from './reading.ts'
import type { ShapeParts } from './shape.ts'

export const choiceShape = ({ z, common, choices }: ShapeParts) =>
  z.object({ ...common, type: z.literal('choice'), choices })

const expects = { id: 'satu pilihan dari daftar', en: 'one choice from the list' }

export const choice: FieldKind<zod.infer<ReturnType<typeof choiceShape>>> = {
  stored: 'text',
  expects,
  answers: (field, typed, context) => choiceOf(field, typed, context) !== undefined,
  read: (field, typed, { context, by }) => {
    const match = by.matchChoice(field, typed, context)
    if (match === undefined)
      return { value: typed, flaw: by.notAChoice(field, typed, by.nearestChoices(field, typed, context)) }
    const { value, renamed } = match
    const label = choiceOf(field, value, context)?.label ?? { id: value, en: value }
    return renamed ? { value, notices: [by.notice('renamed', typed.trim(), label)] } : { value }
  },
  judge: (field, { context, say, by }) => {
    const allowed = new Set(choicesOf(field, context).map(({ value }) => value))
    return (value) => {
      if (typeof value !== 'string') return [say.wrongType(field, expects)]
      return allowed.has(value) ? sound : [by.notAChoice(field, value, by.nearestChoices(field, value, context))]
    }
  },
  format: (field, value, { language, context }) =>
    choiceOf(field, String(value), context)?.label[language] ?? String(value),
}
