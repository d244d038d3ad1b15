/** Any number of choices of a list, in the order in which they were taken. */
import type * as zod from 'zod'
import { choiceOf, choicesOf } from '../answers/choices.ts'
import type { FieldKind, JudgeParts } from './field-kind.ts'
import type { ShapeParts } from './shape.ts'

export const choicesShape = ({ z, common, choices }: ShapeParts) =>
  z.object({ ...common, type: z.literal('choices'), choices, minChoices: z.int().optional() })
type ChoicesField = zod.infer<ReturnType<typeof choicesShape>>

const expects = { id: 'pilihan dari daftar', en: 'choices from the list' }

export const choices: FieldKind<ChoicesField> = {
  stored: 'choices',
  expects,
  answers: () => false,
  read: (field, typed, { context, by }) => {
    const value = readChoices(field, typed, { context, by })
    return value === undefined ? { value: typed, flaw: by.notAChoice(field, typed) } : { value }
  },
  judge: (field, { context, say, by }) => {
    const { minChoices = 0 } = field
    const allowed = new Set(choicesOf(field, context).map(({ value }) => value))
    return (value) => {
      if (!Array.isArray(value)) return [say.wrongType(field, expects)]
      const distinct = new Set(value)
      const flaws = [...distinct].filter((each) => !allowed.has(each)).map((each) => by.notAChoice(field, each))
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

/** One choice first: the name of a choice may hold a comma. */
function readChoices(
  field: ChoicesField,
  typed: string,
  { context, by }: Pick<JudgeParts, 'context' | 'by'>,
): string[] | undefined {
  const whole = by.matchChoice(field, typed, context)
  if (whole !== undefined) return [whole]
  for (const separator of [/[;\n]/, /[,;\n]/]) {
    const parts = typed.split(separator).filter((part) => part.trim() !== '')
    const found = parts.map((part) => by.matchChoice(field, part, context))
    if (found.every((choice) => choice !== undefined)) return [...new Set(found as string[])]
  }
  return undefined
}
