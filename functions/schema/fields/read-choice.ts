/** Choices, one or many: read with the nearest names where nothing fits, and judged by the list. */
import { choiceOf, choicesOf, type Listed } from '../answers/choices.ts'
import type { AnswerContext } from '../answers/context.ts'
import type { Language, Wording } from '../wording.ts'
import { matchChoice, matchChoices, nearestChoices } from './grammar/choice.ts'
import { notice } from './notices.ts'
import { type Judge, type Judging, type Reading, sound } from './reading.ts'
import { type Labelled, notAChoice } from './unread.ts'

type ChoiceField = Listed & Labelled & { readonly minChoices?: number | undefined }

export function readChoice(field: ChoiceField, typed: string, many: boolean, context: AnswerContext): Reading {
  const one = many ? undefined : matchChoice(field, typed, context)
  const found = many ? matchChoices(field, typed, context) : one && [one]
  if (found === undefined) return { value: typed, flaw: unknown(field, typed, context) }
  const values = found.map((match) => match.value)
  const value = many ? values : (values[0] ?? typed)
  if (found.every(({ renamed }) => !renamed)) return { value }
  const named = (language: Language) =>
    values.map((each) => choiceOf(field, each, context)?.label[language] ?? each).join('; ')
  return { value, notices: [notice('renamed', typed.trim(), { id: named('id'), en: named('en') })] }
}

export function choiceJudge(field: ChoiceField, expects: Wording, { context, say }: Omit<Judging, 'named'>): Judge {
  const allowed = new Set(choicesOf(field, context).map(({ value }) => value))
  const many = field.type === 'choices'
  const { minChoices = 0 } = field
  return (value) => {
    if (!many && typeof value === 'string') return allowed.has(value) ? sound : [unknown(field, value, context)]
    if (!many || !Array.isArray(value)) return [say.wrongType(field, expects)]
    const distinct = new Set(value)
    const flaws = [...distinct].filter((each) => !allowed.has(each)).map((each) => unknown(field, each, context))
    if (distinct.size < value.length) flaws.push(say.duplicateChoice(field))
    if (distinct.size < minChoices) flaws.push(say.tooFewChoices(field, minChoices))
    return flaws.length === 0 ? sound : flaws
  }
}

const unknown = (field: ChoiceField, text: string, context: AnswerContext) =>
  notAChoice(field, text, nearestChoices(field, text, context))
