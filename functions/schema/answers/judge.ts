/**
 * Judges one visible, answered cell by its field alone: type, absence, bounds, length, pattern, date, link, choices. The
 * validator and completeness share this judge, so that an answer which cannot be sent never counts as given.
 */
import type { Value } from '../answers.ts'
import { paddedCode } from '../checks/sub-activity-code.ts'
import type { Field } from '../form.ts'
import { absenceOf } from './absence.ts'
import { dateBounds, isRealDate, type NumberField, numberBounds } from './bounds.ts'
import { choicesOf } from './choices.ts'
import type { Scope } from './condition.ts'
import type { AnswerContext } from './context.ts'
import * as say from './messages.ts'

/** All flaws of a settled, non-blank value; none when it is sound. */
export type Judge = (value: Value, scope: Scope) => readonly say.Flaw[]

const sound: readonly say.Flaw[] = []

/** Prepares the judge of a field: choices are looked up and patterns compiled once, not for each row. `named` are the fields that bounds may name. */
export function judgeOf(field: Field, named: ReadonlyMap<string, Field>, context: AnswerContext): Judge {
  const judge = valueJudge(field, named, context)
  return (value, scope) => {
    const absence = absenceOf(value)
    if (absence === undefined) return judge(value, scope)
    return field.absences?.includes(absence) ? sound : [say.absenceNotAllowed(field)]
  }
}

function valueJudge(field: Field, named: ReadonlyMap<string, Field>, context: AnswerContext): Judge {
  switch (field.type) {
    case 'text':
      return textJudge(field)
    case 'integer':
    case 'rupiah':
    case 'decimal':
      return numberJudge(field, named)
    case 'date':
      return dateJudge(field, named, context)
    case 'choice':
    case 'choices':
      return choiceJudge(field, context)
    case 'url':
      return (value) =>
        typeof value === 'string' ? (isHttps(value) ? sound : [say.notAUrl(field)]) : [say.wrongType(field)]
    case 'computed':
      return () => sound
  }
}

function textJudge(field: Extract<Field, { type: 'text' }>): Judge {
  const { minLength = 0, maxLength, pattern } = field
  const expression = pattern === undefined ? undefined : new RegExp(`^(?:${pattern.source})$`, 'u')
  return (value) => {
    if (typeof value !== 'string') return [say.wrongType(field)]
    const flaws: say.Flaw[] = []
    if (value.length < minLength) flaws.push(say.tooShort(field, minLength))
    if (value.length > maxLength) flaws.push(say.tooLong(field, maxLength, value.length))
    if (pattern !== undefined && expression?.test(value) === false && !isOldCode(field, value))
      flaws.push(say.patternMissed(field, pattern.message))
    return flaws
  }
}

/** Rule A01 only warns of a code in the old numbering, and offers the present one. */
function isOldCode({ suggest }: Extract<Field, { type: 'text' }>, value: string): boolean {
  return suggest === 'sub-kegiatan' && paddedCode(value) !== undefined
}

function numberJudge(field: NumberField, named: ReadonlyMap<string, Field>): Judge {
  return (value, scope) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return [say.wrongType(field)]
    if (field.type !== 'decimal' && !Number.isSafeInteger(value)) return [say.wrongType(field)]
    const flaws: say.Flaw[] = []
    if (field.type === 'decimal' && decimalsOf(value) > field.decimals)
      flaws.push(say.tooManyDecimals(field, field.decimals))
    const { min, max } = numberBounds(field, scope)
    if (min !== undefined && value < min.value) flaws.push(say.tooSmall(field, min, named.get(min.from ?? '')))
    if (max !== undefined && value > max.value) flaws.push(say.tooLarge(field, max, named.get(max.from ?? '')))
    return flaws
  }
}

function dateJudge(
  field: Extract<Field, { type: 'date' }>,
  named: ReadonlyMap<string, Field>,
  context: AnswerContext,
): Judge {
  return (value, scope) => {
    if (typeof value !== 'string') return [say.wrongType(field)]
    if (!isRealDate(value)) return [say.notADate(field)]
    const flaws: say.Flaw[] = []
    const { min, max } = dateBounds(field, scope, context)
    if (min !== undefined && value < min.value) flaws.push(say.tooEarly(field, min, named.get(min.from ?? '')))
    if (max !== undefined && value > max.value) flaws.push(say.tooLate(field, max, named.get(max.from ?? '')))
    return flaws
  }
}

function choiceJudge(field: Extract<Field, { type: 'choice' | 'choices' }>, context: AnswerContext): Judge {
  const allowed = new Set(choicesOf(field, context).map(({ value }) => value))
  if (field.type === 'choice') {
    return (value) => {
      if (typeof value !== 'string') return [say.wrongType(field)]
      return allowed.has(value) ? sound : [say.notAChoice(field, value)]
    }
  }
  const { minChoices = 0 } = field
  return (value) => {
    if (!Array.isArray(value)) return [say.wrongType(field)]
    const distinct = new Set(value)
    const flaws = [...distinct].filter((each) => !allowed.has(each)).map((each) => say.notAChoice(field, each))
    if (distinct.size < value.length) flaws.push(say.duplicateChoice(field))
    if (distinct.size < minChoices) flaws.push(say.tooFewChoices(field, minChoices))
    return flaws
  }
}

function isHttps(text: string): boolean {
  if (!/^https:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' && hostname.includes('.')
}

/** Digits after the decimal point as a person would write the number. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}
