/** The values of a cell of many choices, whatever stands in it, and the order in which they are stored. */
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import type { Value } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language } from '../../wording/language.ts'
import { reader } from './reader.ts'

/** Of a pasted text that could not be read whole, each part is a value of its own, in the list or not. */
export function chosenValues(field: Field, value: Value | undefined, context: AnswerContext): readonly string[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string' || field.type !== 'choices') return []
  return value.split(/[;\n]/).flatMap((part) => {
    const text = part.trim()
    if (text === '') return []
    const read = reader.peek()?.readTyped(field, text, language.peek(), context).value
    return Array.isArray(read) ? read : [text]
  })
}

/** In the list's order, whatever order they were picked in, unless that order is the answer; what is in no list stands behind. */
export function inListOrder(field: Field, values: readonly string[], context: AnswerContext): string[] {
  if (field.type === 'choices' && field.ordered === true) return [...values]
  const known = choicesOf(field as Parameters<typeof choicesOf>[0], context)
    .map(({ value }) => value)
    .filter((value) => values.includes(value))
  return [...known, ...values.filter((value) => !known.includes(value))]
}
