/** What the four types of numbers share; each of their files says how it differs. Reading and judging is in read-number.ts. */
import type { Condition } from '../condition.ts'
import { formatNumber } from '../formats.ts'
import type { Language, Wording } from '../wording.ts'
import type { FieldKind } from './field-kind.ts'
import type { NumberRules } from './grammar/number.ts'
import type { Labelled } from './unread.ts'

type Bound = number | { readonly field: string } | undefined
export type NumberField = Labelled & {
  readonly min?: Bound
  readonly max?: Bound
  readonly required: boolean | Condition
}
export type NumberWays<F> = {
  readonly expects: Wording
  /** Digits after the comma, at most; with `rounds` more are rounded when they are read. */
  decimals(field: F): number
  readonly rounds?: true
  /** Where the form states no least value. */
  readonly floor?: number
  readonly takes?: Pick<NumberRules, 'money' | 'percent'>
  unit?(field: F): Wording | undefined
  format?(value: number, language: Language): string
}

export function numberKind<F extends NumberField>(ways: NumberWays<F>): FieldKind<F> {
  const { expects, decimals, unit } = ways
  return {
    stored: 'number',
    expects,
    answers: () => false,
    read: (field, text, { language, by }) => by.readNumber(ways, field, text, language),
    judge: (field, parts) => parts.by.numberJudge(ways, field, parts),
    format: (field, value, { language }) => {
      if (typeof value !== 'number') return String(value)
      if (ways.format !== undefined) return ways.format(value, language)
      const word = unit?.(field)
      return `${formatNumber(value, language, decimals(field))}${word === undefined ? '' : ` ${word[language]}`}`
    },
    edit: (field, value, { language }) =>
      typeof value === 'number' ? formatNumber(value, language, decimals(field)) : String(value),
    ...(unit === undefined ? {} : { unit }),
  }
}
