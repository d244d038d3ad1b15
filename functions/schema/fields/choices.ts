/** Any number of choices of a list, in the order in which they were taken. */
import type * as zod from 'zod'
import { choiceOf, choicesOf } from '../answers/choices.ts'
import type { Language } from '../wording.ts'
import type { FieldKind } from './field-kind.ts'
import type { ShapeParts } from './shape.ts'

export const choicesShape = ({ z, common, choices }: ShapeParts) =>
  z.object({ ...common, type: z.literal('choices'), choices, minChoices: z.int().optional() })

const expects = { id: 'pilihan dari daftar', en: 'choices from the list' }

export const choices: FieldKind<zod.infer<ReturnType<typeof choicesShape>>> = {
  stored: 'choices',
  expects,
  answers: () => false,
  read: (field, typed, { context, by }) => {
    const found = by.matchChoices(field, typed, context)
    if (found === undefined)
      return { value: typed, flaw: by.notAChoice(field, typed, by.nearestChoices(field, typed, context)) }
    const value = found.map((match) => match.value)
    if (found.every(({ renamed }) => !renamed)) return { value }
    const named = (language: Language) =>
      value.map((each) => choiceOf(field, each, context)?.label[language] ?? each).join('; ')
    return { value, notices: [by.notice('renamed', typed.trim(), { id: named('id'), en: named('en') })] }
  },
  judge: (field, { context, say, by }) => {
    const { minChoices = 0 } = field
    const allowed = new Set(choicesOf(field, context).map(({ value }) => value))
    return (value) => {
      if (!Array.isArray(value)) return [say.wrongType(field, expects)]
      const distinct = new Set(value)
      const flaws = [...distinct]
        .filter((each) => !allowed.has(each))
        .map((each) => by.notAChoice(field, each, by.nearestChoices(field, each, context)))
      if (distinct.size < value.length) flaws.push(say.duplicateChoice(field))
      if (distinct.size < minChoices) flaws.push(say.tooFewChoices(field, minChoices))
      return flaws
    }
  },
  format: (field, value, { language, context }) =>
    [value]
      .flat()
      .map((each) => choiceOf(field, String(each), context)?.label[language] ?? String(each))
      .join(', '),
}
