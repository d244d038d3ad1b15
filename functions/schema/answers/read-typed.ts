/**
 * From what was typed or pasted into a cell to what is stored. What cannot be an answer (a word in a number, a name that is in
 * no list) is stored as the text that it is: `unreadable.ts` finds it, the page marks it, and it keeps the form from being sent.
 */

import type { Value } from '../answers.ts'
import type { Field } from '../form.ts'
import type { Language } from '../wording.ts'
import { matchChoice } from './choices.ts'
import type { AnswerContext } from './context.ts'
import { parseDate } from './parse-date.ts'
import { parseAbsence, parseNumber } from './parse-number.ts'
import { unreadableText } from './unreadable.ts'

/** `undefined` is a blank; what was `unreadable` has the text for its value. */
export type Typed = { readonly value: Value | undefined; readonly unreadable: boolean }

/** Reads one cell's text for its field. */
export function readTyped(field: Field, text: string, language: Language, context: AnswerContext): Typed {
  const value = readText(field, text, language, context)
  return { value, unreadable: unreadableText(field, value, context) !== undefined }
}

function readText(field: Field, text: string, language: Language, context: AnswerContext): Value | undefined {
  if (text.trim() === '' || field.type === 'computed') return undefined
  const absence = parseAbsence(text, field.absences ?? [])
  if (absence !== undefined) return { absent: absence }
  switch (field.type) {
    case 'integer':
    case 'rupiah':
    case 'decimal': {
      const parsed = parseNumber(text, field.type === 'decimal' ? field.decimals : 0, language)
      return parsed.kind === 'number' ? parsed.value : parsed.kind === 'blank' ? undefined : text
    }
    case 'date':
      return parseDate(text) ?? text
    case 'choice':
    case 'text':
      // A suggested text may have been written by its label or another spelling.
      return matchChoice(field, text, context) ?? text
    case 'choices':
      return readChoices(field, text, context) ?? text
    case 'url':
      return text
  }
}

/** One choice first: the name of a choice may hold a comma. */
function readChoices(field: Field, text: string, context: AnswerContext): string[] | undefined {
  const whole = matchChoice(field, text, context)
  if (whole !== undefined) return [whole]
  for (const separator of [/[;\n]/, /[,;\n]/]) {
    const parts = text.split(separator).filter((part) => part.trim() !== '')
    const found = parts.map((part) => matchChoice(field, part, context))
    if (found.every((choice) => choice !== undefined)) return [...new Set(found as string[])]
  }
  return undefined
}
