/** What a question begins with: a value as it is stored, or an expression that is worked out once. */
import { dayOf } from '../../schema/expressions/days.ts'
import { type Expression, everyPart } from '../../schema/expressions/expression.ts'
import { parseExpression } from '../../schema/expressions/parse.ts'
import { kindOf } from '../../schema/fields/kinds.ts'
import type { Field } from '../../schema/form.ts'
import { Unmapped } from './flaws.ts'
import { readRule } from './read-rule.ts'
import type { Stands } from './stands.ts'

/** Throws `Unmapped`. */
export function defaultOf(field: Field, source: string, stands: Stands): Expression {
  if (isDynamic(source)) return readRule(source, stands)
  const { stored } = kindOf(field)
  if (stored === 'number') {
    const number = Number(source)
    const whole = field.type === 'integer' || field.type === 'rupiah'
    if (source === '' || !Number.isFinite(number) || (whole && !Number.isInteger(number)))
      throw new Unmapped('default-unfit', source)
    return { number }
  }
  if (field.type === 'moment' && !/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d/.test(source))
    throw new Unmapped('default-unfit', source)
  if ((field.type === 'date' || field.type === 'moment') && dayOf(source.slice(0, 10)) === undefined)
    throw new Unmapped('default-unfit', source)
  if (field.type === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(source.slice(0, 5)))
    throw new Unmapped('default-unfit', source)
  if ((field.type === 'choice' || field.type === 'choices') && !('reference' in field.choices)) {
    const { choices } = field
    for (const value of field.type === 'choice' ? [source] : source.split(/\s+/))
      if (!choices.some((choice) => choice.value === value)) throw new Unmapped('default-unfit', value)
  }
  const length = { time: 5, date: 10, moment: 16 }
  return { text: Object.hasOwn(length, field.type) ? source.slice(0, length[field.type as 'time']) : source }
}

/** A call, an answer of another question, or numbers to be calculated; `a - b` is a text. */
function isDynamic(source: string): boolean {
  if (/\$\{/.test(source)) return true
  try {
    const parts = [...everyPart(parseExpression(source))]
    const calls = parts.flatMap((part) => ('call' in part ? [part.call] : []))
    if (calls.some((call) => /^[a-z]/.test(call) && !['and', 'or', 'div', 'mod', 'negative', 'where'].includes(call)))
      return true
    // `2026-03-01`, `0812-345` and `1-3` are no sums.
    const reckons = calls.some((call) => call !== 'negative' && (call !== '-' || /-\s/.test(source)))
    return reckons && parts.every((part) => !('choice' in part) && !('field' in part))
  } catch {
    return /^[a-z][a-z:-]*\(.*\)$/.test(source)
  }
}
