/** What the four types of numbers share; each of their files says how it differs. Reading and judging is in read-number.ts. */
import { formatNumber } from '../formats.ts'
import type { FieldKind } from './field-kind.ts'
import type { NumberField, NumberWays } from './read-number.ts'

export function numberKind<F extends NumberField>(ways: NumberWays<F>): FieldKind<F> {
  const { expects, decimals, unit } = ways
  return {
    stored: 'number',
    expects,
    answers: () => false,
    read: (field, text, { language, by }) => by.readNumber(ways, field, text, language),
    number: (field, value, { by }) => by.takeNumber(ways, field, value),
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
