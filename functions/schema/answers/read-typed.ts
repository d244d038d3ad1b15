/**
 * From what was typed or pasted into a cell to an answer. What cannot be an answer (a word in a number, a name that is in no
 * list) is not stored as one: it stays beside the answers as typed text, is shown with its error, and keeps the form from
 * being sent.
 */

import type { Value } from '../answers.ts'
import type { Field } from '../form.ts'
import type { Language } from '../wording.ts'
import { choicesOf, matchChoice } from './choices.ts'
import type { AnswerContext } from './context.ts'
import { parseAbsence, parseNumber } from './parse-number.ts'

export type Typed = { readonly value: Value | undefined; readonly unreadable: boolean }

const blank: Typed = { value: undefined, unreadable: false }
const wrong: Typed = { value: undefined, unreadable: true }
const answer = (value: Value): Typed => ({ value, unreadable: false })

/** Reads one cell's text for its field. */
export function readTyped(field: Field, text: string, language: Language, context: AnswerContext): Typed {
  if (text.trim() === '' || field.type === 'computed') return blank
  const absence = parseAbsence(text, field.absences ?? [])
  if (absence !== undefined) return answer({ absent: absence })
  switch (field.type) {
    case 'integer':
    case 'rupiah':
    case 'decimal': {
      const parsed = parseNumber(text, field.type === 'decimal' ? field.decimals : 0, language)
      return parsed.kind === 'number' ? answer(parsed.value) : parsed.kind === 'blank' ? blank : wrong
    }
    case 'choice': {
      const choice = matchChoice(field, text, context)
      return choice === undefined ? wrong : answer(choice)
    }
    case 'choices':
      return readChoices(field, text, context)
    case 'date': {
      const date = readDate(text)
      return date === undefined ? wrong : answer(date)
    }
    case 'text':
      return answer(readSuggested(field, text, context))
    case 'url':
      return answer(text)
  }
}

/** A suggested value may have been written by its label or another spelling. */
function readSuggested(field: Field, text: string, context: AnswerContext): string {
  return choicesOf(field, context).length === 0 ? text : (matchChoice(field, text, context) ?? text)
}

function readChoices(field: Field, text: string, context: AnswerContext): Typed {
  const found = text
    .split(/[,;\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => matchChoice(field, part, context))
  return found.some((choice) => choice === undefined) ? wrong : answer([...new Set(found as string[])])
}

/** `2026-02-13`, or day first as people write it: `13/2/2026`, `13-02-2026`, `13.02.2026`. */
function readDate(text: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  const local = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*$/.exec(text)
  const [year, month, day] = iso !== null ? iso.slice(1) : local !== null ? local.slice(1).reverse() : []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
