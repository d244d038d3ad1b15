/** What a question begins with: a value as it is stored, or an expression that is worked out once. */
import { dayOf } from '../../schema/expressions/days.ts'
import { type Expression, everyPart } from '../../schema/expressions/expression.ts'
import { parseExpression } from '../../schema/expressions/parse.ts'
import { kindOf } from '../../schema/fields/kinds.ts'
import type { Field } from '../../schema/form.ts'
import { Unmapped } from './flaws.ts'
import { readRule } from './rule-reader.ts'
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
  if (field.type === 'date' && dayOf(source) === undefined) throw new Unmapped('default-unfit', source)
  if (field.type === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(source.slice(0, 5)))
    throw new Unmapped('default-unfit', source)
  if ((field.type === 'choice' || field.type === 'choices') && !('reference' in field.choices)) {
    const { choices } = field
    for (const value of field.type === 'choice' ? [source] : source.split(/\s+/))
      if (!choices.some((choice) => choice.value === value)) throw new Unmapped('default-unfit', value)
  }
  return { text: field.type === 'time' ? source.slice(0, 5) : source }
}

/** A call, an answer of another question, or numbers to be calculated; `a - b` is a text. */
function isDynamic(source: string): boolean {
  if (/\$\{/.test(source)) return true
  try {
    const parts = [...everyPart(parseExpression(source))]
    const calls = parts.some((part) => 'call' in part && part.call !== 'negative')
    return calls && parts.every((part) => !('choice' in part) && !('field' in part))
  } catch {
    return /^[a-z][a-z:-]*\(.*\)$/.test(source)
  }
}
